import { describe, expect, it } from "vitest";
import { vectorOf } from "./document-vector.ts";
import { lexiconOf, rankedQuery } from "./lexicon.ts";
import { queryTerms } from "./query-terms.ts";
import type { RankedTexts } from "./ranked-texts.ts";
import { score } from "./score.ts";
import { statisticsOf } from "./statistics.ts";

const textsOf = (text: string): RankedTexts => ({ title: "", summary: "", headings: "", names: "", text });
const documents = [
  textsOf("Un atelier pour réparer un ordinateur portable chez soi."),
  textsOf("Un portable pour un atelier, un vieil ordinateur chez soi, et réparer ensuite."),
  textsOf("Le jardin partagé du quartier, avec ses bacs."),
];
const statistics = statisticsOf(documents, "fr");
const lexicon = lexiconOf(statistics, []);
const vectors = documents.map((document) => vectorOf(document, "fr", statistics.lengths));
const scores = (query: string) => vectors.map((vector) => score(vector, rankedQuery(query, lexicon)));

describe("A word that is misspelt", () => {
  it("finds what the word that is meant finds, and stands beside its neighbours as that does", () => {
    const [side, apart] = scores("ordinatuer portable");
    expect(side).toBeGreaterThan(apart ?? 0);
    expect(scores("ordinateur portable")[0]).toBeGreaterThan(side ?? 0);
  });

  it("is told as what was understood; one that is still being typed is not taken for it", () => {
    const [term] = queryTerms("ordinatuer ", lexicon);
    expect([term?.correction, term?.key]).toEqual(["ordinateur", queryTerms("ordinateur ", lexicon)[0]?.key]);
    const [open] = queryTerms("quartie", lexicon);
    expect(open?.key).not.toBe(queryTerms("quartier ", lexicon)[0]?.key);
  });
});
