import { type DocumentVector, frequencyOf } from "./document-vector.ts";
import { type RankedQuery, saturated } from "./score.ts";

/** Terms that count, the rarest; of each, the word itself or those that it was taken for. */
const [mostTerms, mostKeys] = [6, 2] as const;

/**
 * Makes a cheap likeness of `score`, for choosing which of thousands of documents are worth the real one: BM25F of the very words, without
 * families, synonyms or neighbours.
 */
export function roughScorer({ terms }: RankedQuery): (vector: DocumentVector) => number {
  const rarest = terms
    .toSorted((a, b) => b.rarity - a.rarity)
    .slice(0, mostTerms)
    .map(({ alternatives, rarity }) => ({
      rarity,
      keys: alternatives.flatMap(({ keys, isClose }) => (isClose && keys.length === 1 ? keys : [])).slice(0, mostKeys),
    }));
  return ({ stems }) => {
    let sum = 0;
    for (const { keys, rarity } of rarest) {
      let frequency = 0;
      for (const key of keys) frequency += frequencyOf(stems, key);
      sum += rarity * saturated(frequency);
    }
    return sum;
  };
}
