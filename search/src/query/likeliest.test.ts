import { describe, expect, it } from "vitest";
import { liveSystem } from "../evaluate/meilisearch-systems.ts";
import { rankingAlone } from "../evaluate/ranking-alone.ts";
import { readSets } from "../evaluate/sets.ts";
import { vectorOf } from "../ranking/document-vector.ts";
import { lexiconOf, rankedQuery } from "../ranking/lexicon.ts";
import { statisticsOf } from "../ranking/statistics.ts";
import { noEngine } from "../testing/engine.ts";
import { inventedSheets } from "../testing/invented-sheets.ts";
import { likeliestFilter } from "./likeliest.ts";
import { VectorSample } from "./vector-sample.ts";

const many = (count: number, title: string, text: string) =>
  Array.from({ length: count }, () => ({ title, summary: "", headings: "", names: "", text }));

describe("The likeliest documents", () => {
  const texts = [
    ...many(2, "Jardin partagé", "Des légumes et des vélos"),
    ...many(10, "Réparer", "Des vélos au jardin"),
    ...many(40, "Rouler", "Des vélos"),
    ...many(48, "Lire", "Des livres"),
  ];
  const statistics = statisticsOf(texts, "fr");
  const sample = new VectorSample(texts.map((text) => vectorOf(text, "fr", statistics.lengths)));
  const { terms } = rankedQuery("vélos jardin", lexiconOf(statistics, []));
  const filterOf = (share: number) => likeliestFilter(terms, { sample, share, isLoose: false });

  it("are those with the rarer words and with words in the title", () => {
    expect(filterOf(0.02)).toBe('(titleKeys IN ["jardin"] OR ((keys IN ["jardin"]) AND titleKeys IN ["velos"]))');
    expect(filterOf(0.12)).toBe('((keys IN ["jardin"]) OR titleKeys IN ["velos"])');
  });

  it("are all where so many are wanted, or where nothing is known of the library", () => {
    expect(filterOf(1)).toBeUndefined();
    expect(likeliestFilter(terms, { sample: new VectorSample([]), share: 0.1, isLoose: false })).toBeUndefined();
  });
});

describe.skipIf(noEngine)("A search of a large library", () => {
  it("names first what would come first if every document were ranked", { timeout: 120_000 }, async () => {
    const documents = inventedSheets(2_000);
    const queries = readSets()
      .filter(({ name }) => name === "seed-fr")
      .flatMap((set) => set.judgements.map(({ query }) => query))
      .filter((_, place) => place % 6 === 0);
    const [live, exact] = await Promise.all([
      liveSystem.load({ documents, locale: "fr" }),
      rankingAlone.load({ documents, locale: "fr" }),
    ]);
    // The first searches find no document in memory, so they rank all that match.
    for (const query of queries) await live.search(query);
    const shared: number[] = [];
    for (const query of queries) {
      const first = await exact.search(query);
      const found = await live.search(query);
      if (first.length === 10) shared.push(first.filter((id) => found.includes(id)).length);
    }
    await live.close();
    expect(shared.length).toBeGreaterThan(20);
    expect(shared.reduce((sum, each) => sum + each, 0) / shared.length).toBeGreaterThan(9);
  });
});
