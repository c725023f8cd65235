import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, daysBetween } from "./day.ts";

test("days pass over months, leap years and changes of the clock", () => {
  expect(addDays("2026-02-27", 2)).toBe("2026-03-01");
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
  expect(addDays("2026-03-28", 7)).toBe("2026-04-04");
  expect(addDays("2026-10-24", 7)).toBe("2026-10-31");
  expect(addDays("2026-01-05", -7)).toBe("2025-12-29");
  expect(daysBetween("2026-03-02", "2026-03-30")).toBe(28);
});

test("as many days forth as back, whatever the time zone", () => {
  const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays("1970-01-01", days));
  fc.assert(
    fc.property(day, fc.integer({ min: -4000, max: 4000 }), (from, days) => {
      expect(daysBetween(from, addDays(from, days))).toBe(days);
      expect(addDays(addDays(from, days), -days)).toBe(from);
    }),
  );
});
