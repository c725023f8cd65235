import { expect, test } from "vitest";
import { latestChange } from "./latest-change.ts";

const history = [
  { stage: "preparing", on: "2026-02-01", note: "Premier essai." },
  { stage: "stopped", on: "2026-03-01", note: "Plus de salle." },
  { stage: "preparing", on: "2026-04-01" },
] as const;

test("the last change to the present stage says since when, and what was said then", () => {
  expect(latestChange({ stage: "preparing", history })).toEqual({ since: "2026-04-01", words: undefined });
  expect(latestChange({ stage: "preparing", history: history.slice(0, 1) })).toEqual({
    since: "2026-02-01",
    words: "Premier essai.",
  });
});

test("one that stopped says why; one that began again no longer does", () => {
  const stop = { history: history.slice(0, 2), stoppedBecause: "La salle a fermé." };
  expect(latestChange({ stage: "stopped", ...stop })).toEqual({ since: "2026-03-01", words: "La salle a fermé." });
  expect(latestChange({ stage: "stopped", history: stop.history }).words).toBe("Plus de salle.");
  expect(latestChange({ stage: "preparing", history, stoppedBecause: "La salle a fermé." }).words).toBeUndefined();
});

test("an adoption without a history says nothing", () => {
  expect(latestChange({ stage: "running" })).toEqual({ since: undefined, words: undefined });
});
