import type { Locale } from "@essaim/content";
import { formatDate, formatMonth, formatMonthName } from "./dates.ts";

const since = { fr: "Dès", en: "From", nl: "Vanaf" } as const satisfies Record<Locale, string>;
const until = { fr: "à", en: "to", nl: "tot" } as const satisfies Record<Locale, string>;

/**
 * A year, month, day or interval in words, with a capital.
 * @example formatPartialDate("2017-03/2017-06", "fr") // "Mars à juin 2017"
 * @example formatPartialDate("2017-07/..", "fr") // "Dès juillet 2017"
 */
export function formatPartialDate(value: string, locale: Locale): string {
  const [start = "", end] = value.split("/");
  if (end === undefined) return capitalise(moment(start, locale), locale);
  if (end === "..") return `${since[locale]} ${moment(start, locale)}`;
  const sameYear = start.length === 7 && end.length === 7 && start.slice(0, 4) === end.slice(0, 4);
  const from = sameYear ? formatMonthName(start, locale) : moment(start, locale);
  return capitalise(`${from} ${until[locale]} ${moment(end, locale)}`, locale);
}

/** Months between which something ran. @example formatPeriod("2017-02-01", "2019-12-31", "fr") // "Février 2017 – décembre 2019" */
export function formatPeriod(start: string | undefined, end: string | undefined, locale: Locale): string | undefined {
  const months = [start, end].filter((date) => date !== undefined).map((date) => formatMonth(date, locale));
  if (months.length === 0) return undefined;
  if (end === undefined) return `${since[locale]} ${months[0]}`;
  return capitalise([...new Set(months)].join(" – "), locale);
}

function moment(value: string, locale: Locale): string {
  if (value.length === 4) return value;
  return value.length === 7 ? formatMonth(value, locale) : formatDate(value, locale);
}

const capitalise = (text: string, locale: Locale): string => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
