import type { Kit } from "@essaim/content";
import { hasText } from "../rich-text.ts";

const sections = {
  purpose: (kit) => hasText(kit.purpose),
  agenda: (kit) => kit.agenda.length > 0,
  materials: (kit) => kit.agenda.some(({ materials }) => materials.length > 0),
  tasks: (kit) => kit.before.length + kit.after.length > 0,
  gallery: (kit) => kit.gallery.some(({ file }) => file !== undefined),
  adoptions: () => true,
  related: (kit) => kit.related.length > 0,
  identity: () => true,
} as const satisfies Record<string, (kit: Kit) => boolean>;

/** Name of a section of a kit, also its anchor. */
export type KitSection = keyof typeof sections;

/** The sections that a kit has something to say in, in order. */
export const kitSections = (kit: Kit): KitSection[] =>
  (Object.keys(sections) as KitSection[]).filter((name) => sections[name](kit));
