import type { Locale } from "@essaim/content";
import { translatorOf } from "../../i18n/translator.ts";
import { type Section, sectionPath } from "../../routing/index.ts";

/** A link of the main navigation. */
export interface Destination {
  readonly section: Section;
  readonly label: string;
  readonly path: string;
}

const sections = ["solutions", "guides", "kits", "network", "search"] as const satisfies readonly Section[];

/** The parts of the site that every page leads to. */
export const destinations = (locale: Locale): Destination[] =>
  sections.map((section) => ({
    section,
    label: translatorOf(locale)(`nav.${section}`),
    path: sectionPath(section, locale),
  }));
