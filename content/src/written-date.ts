import type { Locale } from "./locales.ts";

/**
 * Whose habits each language of the portal follows for numbers and dates: days come before months, weeks are of Europe.
 * Dutch is written as in Flanders, the neighbour of the network’s centres.
 */
export const regionOf = { fr: "fr-FR", en: "en-GB", nl: "nl-BE" } as const satisfies Record<Locale, string>;

const formats = {
  day: { day: "numeric", month: "long", year: "numeric" },
  short: { day: "2-digit", month: "2-digit", year: "2-digit" },
  month: { month: "long", year: "numeric" },
  monthOnly: { month: "long" },
  dayOnly: { day: "numeric" },
  dayAndMonth: { day: "numeric", month: "long" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const writers = new Map<string, Intl.DateTimeFormat>();

/** A day, or its month, as a language writes it. @example writtenDate("2017-02-01", "day", "fr") // "1er\u00a0février 2017" */
export function writtenDate(date: string, format: keyof typeof formats, locale: Locale): string {
  const key = `${locale} ${format}`;
  const writer = writers.get(key) ?? new Intl.DateTimeFormat(regionOf[locale], { ...formats[format], timeZone: "UTC" });
  writers.set(key, writer);
  // No line ends between a day and its month.
  const text = writer.format(new Date(date)).replace(/^(\d+) (?=\p{L})/u, "$1\u00a0");
  return locale === "fr" ? text.replace(/^1(?=\u00a0|$)/, "1er") : text;
}
