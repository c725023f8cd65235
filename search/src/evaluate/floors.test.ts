import { describe, expect, it } from "vitest";
import { noEngine } from "../testing/engine.ts";
import { expectFloorsKept, judgedSets } from "../testing/judged-floors.ts";
import { fallen } from "./floors.ts";
import { liveSystem } from "./meilisearch-systems.ts";
import type { Row } from "./table.ts";

describe.skipIf(noEngine)("The portal’s search, on judged queries", () => {
  it.each(judgedSets())("answers those of %s no worse than its floors say", { timeout: 120_000 }, (_, halves) =>
    expectFloorsKept(liveSystem, halves),
  );
});

describe("A floor", () => {
  const figures = {
    ...{ ndcg: 0.6, hit1: 0.5, hit5: 0.8, mrr: 0.63, empty: 0 },
    ...{ queries: 10, p50: 1, p95: 2, slips: { typo: 0, noAccents: 0, cut: 0 } },
  };
  const row: Row = { set: { name: "seed-fr", part: "report" }, system: { name: "live", label: "" }, figures };

  it("tells which measure fell below it", () => {
    const floor = { ndcg: 0.5, hit5: 0.8, mrr: 0.65 };
    expect(fallen([row], { live: { "seed-fr/report": floor } })).toEqual(["seed-fr/report, live: mrr 0.630 < 0.650"]);
  });

  it("says nothing of what has none", () => {
    expect(fallen([row], { live: {} })).toEqual([]);
  });
});
