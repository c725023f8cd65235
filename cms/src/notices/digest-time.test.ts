import { expect, test } from "vitest";
import { lastDigestTime } from "./digest-time.ts";

test.each([
  ["2026-11-23T07:00:00Z", "2026-11-23T07:00:00.000Z"],
  ["2026-11-23T06:59:59Z", "2026-11-16T07:00:00.000Z"],
  ["2026-11-29T23:30:00Z", "2026-11-23T07:00:00.000Z"],
  // In summer it is an hour earlier, by the world's clock.
  ["2026-07-15T10:00:00Z", "2026-07-13T06:00:00.000Z"],
  ["2026-10-26T06:59:00Z", "2026-10-19T06:00:00.000Z"],
])("before %s digests last went out at %s", (now, last) => {
  expect(lastDigestTime(new Date(now)).toISOString()).toBe(last);
});
