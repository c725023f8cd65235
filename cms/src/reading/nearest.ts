import { type Locale, locales } from "@essaim/content";
import type { LiveRow } from "../publication/live.ts";

/** How near a live locale is to the one that a reader asked for: the same, then the source locale, then the portal's order. */
function distance(row: LiveRow, wanted: string): number {
  if (row.locale === wanted || row.locale === "") return -2;
  return row.locale === row.source_locale ? -1 : locales.indexOf(row.locale as Locale);
}

/** The locale of a document to show to a reader. */
export const nearest = (rows: readonly LiveRow[], wanted: string): LiveRow | undefined =>
  rows.toSorted((a, b) => distance(a, wanted) - distance(b, wanted))[0];
