import { expect, test } from "vitest";
import { calendarDay } from "./calendar-day.ts";

test("a day begins at midnight where the network’s people are, in winter and in summer", () => {
  expect(calendarDay(new Date("2026-01-05T22:59:59Z"))).toBe("2026-01-05");
  expect(calendarDay(new Date("2026-01-05T23:00:00Z"))).toBe("2026-01-06");
  expect(calendarDay(new Date("2026-07-05T22:00:00Z"))).toBe("2026-07-06");
});
