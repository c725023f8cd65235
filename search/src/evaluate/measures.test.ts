import { describe, expect, it } from "vitest";
import { meanByNeed, measuresOf, percentile } from "./measures.ts";

const grades = new Map([
  ["best", 3],
  ["good", 2],
  ["near", 1],
]);

describe("Measures of an answer", () => {
  it("are full for the right documents in the right order", () => {
    expect(measuresOf(["best", "good", "near"], grades, 2)).toEqual({ ndcg: 1, hit1: 1, hit5: 1, mrr: 1, empty: 0 });
  });

  it("count a document as an answer from the good grade on", () => {
    const { hit1, hit5, mrr } = measuresOf(["near", "other", "good"], grades, 2);
    expect([hit1, hit5, mrr]).toEqual([0, 1, 1 / 3]);
  });

  it("discount gains by their place", () => {
    const ideal = 3 + 2 / Math.log2(3) + 1 / Math.log2(4);
    expect(measuresOf(["other", "best"], grades, 2).ndcg).toBeCloseTo(3 / Math.log2(3) / ideal, 10);
  });

  it("look at ten documents and no further", () => {
    const found = [...Array.from({ length: 10 }, (_, place) => `other${place}`), "best"];
    expect(measuresOf(found, grades, 2)).toEqual({ ndcg: 0, hit1: 0, hit5: 0, mrr: 0, empty: 0 });
  });

  it("tell an empty answer from a wrong one", () => {
    expect(measuresOf([], grades, 2).empty).toBe(1);
    expect(measuresOf(["other"], grades, 2).empty).toBe(0);
  });
});

describe("The mean over needs", () => {
  it("weighs a need with many phrasings like one with a single one", () => {
    const [right, wrong] = [measuresOf(["best"], grades, 2), measuresOf([], grades, 2)];
    const measured = [
      { need: "a", measures: right },
      ...Array.from({ length: 9 }, () => ({ need: "b", measures: wrong })),
    ];
    expect(meanByNeed(measured)).toMatchObject({ hit1: 0.5, empty: 0.5 });
  });
});

describe("A percentile", () => {
  it("is the value that the share of the others does not pass", () => {
    const values = Array.from({ length: 100 }, (_, place) => 100 - place);
    expect([percentile(values, 0.5), percentile(values, 0.95), percentile([7], 0.95)]).toEqual([50, 95, 7]);
  });
});
