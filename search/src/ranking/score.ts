import { type DocumentVector, frequencyOf, phraseFrequency } from "./document-vector.ts";
import type { Alternative, QueryTerm } from "./query-terms.ts";
import { weights } from "./ranked-texts.ts";
import { rarityOf } from "./rarity.ts";

/** A query made ready to be compared with documents. */
export interface RankedQuery {
  readonly terms: readonly QueryTerm[];
  /** Documents of the language. */
  readonly documents: number;
}

/** Pairs of words aren't counted: each is taken to be as rare as one that this many documents have. */
const holdersOfPair = 2;

/**
 * How well a document answers a query: BM25F over stems, in which words of the same family or meaning count as occurrences in part, plus shares
 * for the very word and for neighbouring words. 0 for a document with none of the words; only the order means something.
 */
export function score(vector: DocumentVector, { terms, documents }: RankedQuery): number {
  let sum = 0;
  for (const { alternatives, rarity, exact } of terms) {
    const frequency = alternatives.reduce((all, each) => all + each.weight * alternativeFrequency(vector, each), 0);
    sum += rarity * saturated(frequency);
    sum += weights.exactWord * exact.rarity * saturated(frequencyOf(vector.words, exact.key));
  }
  const pairWeight = weights.pair * rarityOf(documents, holdersOfPair);
  for (let index = 1; index < terms.length; index++)
    sum += pairWeight * saturated(pairFrequency(vector, terms[index - 1], terms[index]));
  return sum;
}

const saturated = (frequency: number): number => (frequency * (weights.k1 + 1)) / (weights.k1 + frequency);

const alternativeFrequency = (vector: DocumentVector, { keys }: Alternative): number =>
  keys.length === 1 ? frequencyOf(vector.stems, keys[0] ?? 0) : phraseFrequency(vector, keys);

function pairFrequency(vector: DocumentVector, first: QueryTerm | undefined, second: QueryTerm | undefined): number {
  if (first === undefined || second === undefined) return 0;
  return phraseFrequency(vector, [first.key, second.key]);
}
