import { type Locale, writtenDate } from "@essaim/content";
import { formatNumber } from "./numbers.ts";

const noBreak = "\u00a0";

/** A day in full. @example formatDate("2017-02-01", "fr") // "1er février 2017" */
export const formatDate = (date: string, locale: Locale): string => writtenDate(date, "day", locale);

/** A day in little room. @example formatShortDate("2026-09-08", "fr") // "08/09/26" */
export const formatShortDate = (date: string, locale: Locale): string => writtenDate(date, "short", locale);

/** The first of two days, without what the last one says too. @example formatSpanStart("2026-11-03", "2026-11-16", "fr") // "3" */
export function formatSpanStart(from: string, to: string, locale: Locale): string {
  const [first, last] = [from.slice(0, 7), to.slice(0, 7)];
  const format = first === last ? "dayOnly" : first.slice(0, 4) === last.slice(0, 4) ? "dayAndMonth" : "day";
  return writtenDate(from, format, locale);
}

/** Month and year of a date. @example formatMonth("2017-02-01", "fr") // "février 2017" */
export const formatMonth = (date: string, locale: Locale): string => writtenDate(date, "month", locale);

/** The name of a date’s month. @example formatMonthName("2017-03", "fr") // "mars" */
export const formatMonthName = (date: string, locale: Locale): string => writtenDate(date, "monthOnly", locale);

/** A time of day, from minutes since midnight. @example formatClock(870, "fr") // "14 h 30" */
export function formatClock(minutes: number, locale: Locale): string {
  const hour = Math.floor(minutes / 60) % 24;
  const rest = String(minutes % 60).padStart(2, "0");
  return locale === "fr" ? `${hour}${noBreak}h${noBreak}${rest}` : `${String(hour).padStart(2, "0")}:${rest}`;
}

/** The time of day of a moment, where the network’s people are. @example formatTimeOfDay(new Date("2026-01-05T13:30Z"), "fr") // "14 h 30" */
export function formatTimeOfDay(moment: Date, locale: Locale): string {
  const time = moment.toLocaleTimeString("en-GB", { timeZone: "Europe/Paris", hour: "2-digit", minute: "2-digit" });
  const [hour, minute] = time.split(":").map(Number);
  return formatClock((hour ?? 0) * 60 + (minute ?? 0), locale);
}

/** A time of day for machines. @example clockValue(870) // "14:30" */
export const clockValue = (minutes: number): string => formatClock(minutes, "en");

/** A length of time; up to two hours in minutes, as facilitators count. @example formatDuration(390, "fr") // "6 h 30" */
export function formatDuration(minutes: number, locale: Locale): string {
  if (minutes <= 120) return `${formatNumber(minutes, locale)}${noBreak}min`;
  const hours = `${Math.floor(minutes / 60)}${noBreak}${locale === "nl" ? "u" : "h"}`;
  return minutes % 60 === 0 ? hours : `${hours}${noBreak}${String(minutes % 60).padStart(2, "0")}`;
}
