import type { Guide } from "@essaim/content";
import { hasText } from "../rich-text.ts";

const sections = {
  whenToUse: (guide) => hasText(guide.whenToUse),
  principles: (guide) => guide.principles.length > 0,
  phases: (guide) => guide.phases.length > 0,
  gallery: (guide) => guide.gallery.some(({ file }) => file !== undefined),
  sources: (guide) => guide.sources.length > 0,
  adoptions: () => true,
  related: (guide) => guide.related.length > 0,
  identity: () => true,
} as const satisfies Record<string, (guide: Guide) => boolean>;

/** Name of a section of a guide, also its anchor. */
export type GuideSection = keyof typeof sections;

/** The sections that a guide has something to say in, in order. */
export const guideSections = (guide: Guide): GuideSection[] =>
  (Object.keys(sections) as GuideSection[]).filter((name) => sections[name](guide));
