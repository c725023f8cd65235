import type { Locale } from "@essaim/content";

const regions = { fr: "fr-FR", en: "en-GB", nl: "nl-BE" } as const satisfies Record<Locale, string>;

/** A day as people write it. @example formatDay("2026-01-05", "fr") // "5 janvier 2026" */
export const formatDay = (day: string, locale: Locale): string =>
  Number.isNaN(Date.parse(day))
    ? day
    : new Intl.DateTimeFormat(regions[locale], { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));
