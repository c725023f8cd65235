import { expect, test } from "vitest";
import { isReportDue } from "./diffusion.ts";

test.each([
  ["adopted", "2026-10-29", true],
  ["adopted", "2026-10-30", false],
  ["stopped", "2026-01-01", true],
  ["running", "2026-06-01", true],
  ["running", "2026-06-02", false],
  ["preparing", "2020-01-01", false],
  ["interested", "2020-01-01", false],
  ["adopted", null, false],
] as const)("of a centre that is %s since %s a report is awaited on 28 November 2026: %s", (stage, since, isDue) => {
  expect(isReportDue(stage, since, "2026-11-28")).toBe(isDue);
});
