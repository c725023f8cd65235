import { describe, expect, it } from "vitest";
import { noEngine } from "../testing/engine.ts";
import { evaluate } from "./evaluation.ts";
import { fallen, floorName, readFloors } from "./floors.ts";
import { liveSystem } from "./meilisearch-systems.ts";
import { readSets } from "./sets.ts";
import type { Row } from "./table.ts";

const byName = Map.groupBy(readSets(), ({ name }) => name);
const floors = readFloors();

describe.skipIf(noEngine)("The portal’s search, on judged queries", () => {
  it.each([...byName])("answers those of %s no worse than its floors say", { timeout: 120_000 }, async (_, halves) => {
    const [first] = halves;
    if (first === undefined) throw new Error("A set without parts");
    const searcher = await liveSystem.load(first);
    try {
      const rows: Row[] = [];
      for (const set of halves) {
        expect(floors["live"]).toHaveProperty([floorName(set)]);
        const { figures } = await evaluate(searcher, set, { slips: [] });
        rows.push({ set, system: liveSystem, figures });
      }
      expect(fallen(rows, floors)).toEqual([]);
    } finally {
      await searcher.close();
    }
  });
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
