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

const directories = ["centres", "themes", "tools"] as const satisfies readonly Section[];

/** The parts of the site that every page leads to. */
export const destinations = (locale: Locale): Destination[] =>
  sections.map((section) => toDestination(section, locale));

/** Lists that the foot of every page leads to as well. */
export const furtherDestinations = (locale: Locale): Destination[] =>
  directories.map((section) => toDestination(section, locale));

const toDestination = (section: (typeof sections | typeof directories)[number], locale: Locale): Destination => ({
  section,
  label: translatorOf(locale)(`nav.${section}`),
  path: sectionPath(section, locale),
});
