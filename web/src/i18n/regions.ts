import type { Locale } from "@essaim/content";

/** Whose habits each language of the portal follows for numbers and dates: days come before months, weeks are of Europe. */
export const regionOf = { fr: "fr-FR", en: "en-GB", nl: "nl-NL" } as const satisfies Record<Locale, string>;
