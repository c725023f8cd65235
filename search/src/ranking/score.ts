import { type DocumentVector, type Frequencies, frequencyOf, phraseFrequency } from "./document-vector.ts";
import type { QueryTerm } from "./query-terms.ts";
import { weights } from "./ranked-texts.ts";
import { rarityOf } from "./rarity.ts";

/** A query made ready to be compared with documents. */
export interface RankedQuery {
  readonly terms: readonly QueryTerm[];
  readonly pairWeight: number;
  /** The single stems of all terms in ascending order, each with its term’s place and its weight in it. */
  readonly keys: Uint32Array;
  readonly places: Uint8Array;
  readonly shares: Float32Array;
  /** Room for the frequency of each term in the document that is being scored. */
  readonly frequencies: Float64Array;
  /** Alternatives of several stems. */
  readonly phrases: readonly { readonly place: number; readonly keys: readonly number[]; readonly weight: number }[];
}

/** Pairs of words aren't counted: each is taken to be as rare as one that this many documents have. */
const holdersOfPair = 2;

/** Makes a query ready; `documents` are those of the language. */
export function prepare(terms: readonly QueryTerm[], documents: number): RankedQuery {
  const all = terms.flatMap(({ alternatives }, place) =>
    alternatives.map(({ keys, weight }) => ({ place, keys, weight })),
  );
  const single = all.filter(({ keys }) => keys.length === 1).sort(({ keys: [a = 0] }, { keys: [b = 0] }) => a - b);
  return {
    terms,
    pairWeight: weights.pair * rarityOf(documents, holdersOfPair),
    keys: Uint32Array.from(single, ({ keys }) => keys[0] ?? 0),
    places: Uint8Array.from(single, ({ place }) => place),
    shares: Float32Array.from(single, ({ weight }) => weight),
    frequencies: new Float64Array(terms.length),
    phrases: all.filter(({ keys }) => keys.length > 1),
  };
}

/**
 * How well a document answers a query: BM25F over stems, in which words of the same family or meaning count as occurrences in part, plus shares
 * for the very word and for neighbouring words. 0 for a document with none of the words; only the order means something.
 */
export const score = (vector: DocumentVector, query: RankedQuery): number =>
  termScore(vector, query) + closeScore(vector, query);

/** The part of the score that stems give, their families and synonyms. */
export function termScore(vector: DocumentVector, query: RankedQuery): number {
  const { terms, phrases, frequencies } = query;
  countSingles(vector.stems, query);
  for (const { place, keys, weight } of phrases)
    frequencies[place] = (frequencies[place] ?? 0) + weight * phraseFrequency(vector, keys);
  let sum = 0;
  for (let place = 0; place < terms.length; place++)
    sum += (terms[place]?.rarity ?? 0) * saturated(frequencies[place] ?? 0);
  return sum;
}

/** The part that the very words give, and those that stand side by side as in the query. */
export function closeScore(vector: DocumentVector, { terms, pairWeight }: RankedQuery): number {
  let sum = 0;
  let before: QueryTerm | undefined;
  for (const term of terms) {
    sum += weights.exactWord * term.exact.rarity * saturated(frequencyOf(vector.words, term.exact.key));
    if (before) sum += pairWeight * saturated(phraseFrequency(vector, [before.key, term.key]));
    before = term;
  }
  return sum;
}

/** What a frequency counts: ever less for each further occurrence. */
export const saturated = (frequency: number): number => (frequency * (weights.k1 + 1)) / (weights.k1 + frequency);

/** Both lists of keys are sorted, so one walk through them finds what they share. */
function countSingles(stems: Frequencies, { keys, places, shares, frequencies }: RankedQuery): void {
  frequencies.fill(0);
  const { keys: held, values } = stems;
  let at = 0;
  for (let asked = 0; asked < keys.length; asked++) {
    const key = keys[asked] ?? 0;
    while (at < held.length && (held[at] ?? 0) < key) at++;
    if (held[at] !== key) continue;
    const place = places[asked] ?? 0;
    frequencies[place] = (frequencies[place] ?? 0) + (shares[asked] ?? 0) * (values[at] ?? 0);
  }
}
