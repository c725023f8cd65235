import { afterEach, expect, test, vi } from "vitest";
import { countAttempts } from "./attempts.ts";

afterEach(() => vi.useRealTimers());

test("too many attempts of one name are refused, those of another aren't", () => {
  const attempts = countAttempts({ most: 2, withinMs: 60_000 });
  expect(["a", "a", "a", "b"].map((name) => attempts.take(name))).toEqual([true, true, false, true]);
  attempts.forgive("a");
  expect(attempts.take("a")).toBe(true);
});

test("going on doesn't make the wait longer", () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const attempts = countAttempts({ most: 1, withinMs: 60_000 });
  attempts.take("a");
  vi.advanceTimersByTime(59_000);
  expect(attempts.take("a")).toBe(false);
  vi.advanceTimersByTime(2_000);
  expect(attempts.take("a")).toBe(true);
});
