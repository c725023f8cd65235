import { expect, test } from "vitest";
import { clockValue, formatClock, formatDate, formatDuration, formatShortDate, formatSpanStart } from "./dates.ts";
import { formatPartialDate, formatPeriod } from "./partial-dates.ts";

const plain = (text: string | undefined) => text?.replaceAll(/[\u00a0\u202f]/g, " ");

test("days are written in full, the first of a month as an ordinal in French", () => {
  expect(formatDate("2017-02-01", "fr")).toBe("1er\u00a0février 2017");
  expect(formatDate("2019-12-31", "fr")).toBe("31\u00a0décembre 2019");
  expect(formatDate("2017-02-01", "en")).toBe("1\u00a0February 2017");
  expect(formatDate("2017-02-01", "nl")).toBe("1\u00a0februari 2017");
});

test("in little room, days are written as the neighbours of the network write them", () => {
  for (const locale of ["fr", "en", "nl"] as const) expect(formatShortDate("2026-09-08", locale)).toBe("08/09/26");
});

test.each([
  ["2017", "2017"],
  ["2017-02", "Février 2017"],
  ["2017-02-01", "1er\u00a0février 2017"],
  ["2017-03/2017-06", "Mars à juin 2017"],
  ["2017-11/2018-01", "Novembre 2017 à janvier 2018"],
  ["2017-07/..", "Dès juillet 2017"],
])("%s is said « %s »", (value, words) => {
  expect(formatPartialDate(value, "fr")).toBe(words);
});

test("a period names each month once", () => {
  expect(formatPeriod("2017-02-01", "2019-12-31", "fr")).toBe("Février 2017 – décembre 2019");
  expect(formatPeriod("2017-02-01", "2017-02-28", "fr")).toBe("Février 2017");
  expect(formatPeriod("2017-02-01", undefined, "en")).toBe("From February 2017");
  expect(formatPeriod(undefined, undefined, "fr")).toBeUndefined();
});

test("a span of days begins without what its end says too", () => {
  expect(formatSpanStart("2026-11-03", "2026-11-16", "fr")).toBe("3");
  expect(formatSpanStart("2026-12-01", "2026-12-14", "fr")).toBe("1er");
  expect(formatSpanStart("2026-11-30", "2026-12-14", "en")).toBe("30\u00a0November");
  expect(formatSpanStart("2026-12-22", "2027-01-04", "nl")).toBe("22\u00a0december 2026");
});

test("times of day are written as the language does, and never break over a line", () => {
  expect(formatClock(14 * 60 + 5, "fr")).toBe("14\u00a0h\u00a005");
  expect(formatClock(9 * 60, "en")).toBe("09:00");
  expect(clockValue(25 * 60)).toBe("01:00");
});

test("lengths of time are in minutes up to two hours", () => {
  expect(plain(formatDuration(90, "fr"))).toBe("90 min");
  expect(plain(formatDuration(390, "fr"))).toBe("6 h 30");
  expect(plain(formatDuration(480, "nl"))).toBe("8 u");
});
