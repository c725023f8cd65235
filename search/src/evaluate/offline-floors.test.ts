import { describe, it } from "vitest";
import { expectFloorsKept, judgedSets } from "../testing/judged-floors.ts";
import { offlineSystem } from "./offline-system.ts";

describe("The search without a server, on judged queries", () => {
  it.each(judgedSets())("answers those of %s no worse than its floors say", { timeout: 120_000 }, (_, halves) =>
    expectFloorsKept(offlineSystem, halves),
  );
});
