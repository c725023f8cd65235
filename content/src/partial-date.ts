import { z } from "zod";

/**
 * When something happened, as precisely as people know it: a year, a month or a day, or an interval of these, open at its end with `..`.
 * A subset of the Extended Date/Time Format (ISO 8601-2:2019, levels 0 and 1).
 * @example "2017-02", "2017-03/2017-06", "2017-07/.."
 * @see https://www.loc.gov/standards/datetime/
 */
export const partialDateSchema = z
  .string()
  .max(30)
  .refine(
    isPartialDate,
    "must be a year, month or day (2017, 2017-02, 2017-02-01) or an interval (2017-03/2017-06, 2017-07/..)",
  );

const moment = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?$/;

function isMoment(value: string): boolean {
  if (!moment.test(value)) return false;
  if (value.length < 10) return true;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

function isPartialDate(value: string): boolean {
  const [start = "", end, ...more] = value.split("/");
  if (more.length > 0 || !isMoment(start)) return false;
  return end === undefined || end === ".." || (isMoment(end) && end >= start.slice(0, end.length));
}
