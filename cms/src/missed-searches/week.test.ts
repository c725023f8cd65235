import { expect, test } from "vitest";
import { firstKeptWeek, mondayOf } from "./week.ts";

test.each([
  ["2026-11-23T00:00:00Z", "2026-11-23"],
  ["2026-11-29T23:59:59Z", "2026-11-23"],
  ["2027-01-01T12:00:00Z", "2026-12-28"],
])("a week begins on Monday: %s", (moment, monday) => {
  expect(mondayOf(new Date(moment))).toBe(monday);
});

test("a year of weeks is kept", () => {
  expect(firstKeptWeek(new Date("2026-11-24T12:00:00Z"))).toBe("2025-11-24");
});
