import { type DocumentVector, frequencyOf, phraseFrequency } from "./document-vector.ts";
import type { Alternative, QueryTerm } from "./query-terms.ts";
import { weights } from "./ranked-texts.ts";

const saturated = (frequency: number): number => (frequency * (weights.k1 + 1)) / (weights.k1 + frequency);

/**
 * How well a document answers a query: BM25F over stems, in which words of the same family or meaning count as occurrences in part, plus shares
 * for the very word and for neighbouring words. 0 for a document with none of the words; only the order means something.
 */
export function score(vector: DocumentVector, terms: readonly QueryTerm[]): number {
  let sum = 0;
  for (const { alternatives, rarity, exact } of terms) {
    const frequency = alternatives.reduce((all, each) => all + each.weight * alternativeFrequency(vector, each), 0);
    sum += rarity * saturated(frequency);
    sum += weights.exactWord * exact.rarity * saturated(frequencyOf(vector.words, exact.key));
  }
  for (let index = 1; index < terms.length; index++) sum += pairScore(vector, terms[index - 1], terms[index]);
  return sum;
}

const alternativeFrequency = (vector: DocumentVector, { keys }: Alternative): number =>
  keys.length === 1 ? frequencyOf(vector.stems, keys[0] ?? 0) : phraseFrequency(vector, keys);

/** Two words together are rarer than either. */
function pairScore(vector: DocumentVector, first: QueryTerm | undefined, second: QueryTerm | undefined): number {
  const a = first?.alternatives[0]?.keys;
  const b = second?.alternatives[0]?.keys;
  if (!first || !second || a?.length !== 1 || b?.length !== 1) return 0;
  return weights.pair * (first.rarity + second.rarity) * 0.7 * saturated(phraseFrequency(vector, [...a, ...b]));
}
