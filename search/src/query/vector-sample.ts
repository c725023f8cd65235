import type { DocumentVector } from "../ranking/document-vector.ts";

/** Documents of the sample that have a stem, and those that have it in their title, by their places in it. */
interface Holders {
  readonly all: number[];
  readonly inTitle: number[];
}

/** Some documents of a library, from which it is told how many of all have which words. */
export class VectorSample {
  readonly size: number;
  readonly #holders = new Map<number, Holders>();

  constructor(vectors: readonly DocumentVector[]) {
    this.size = vectors.length;
    for (const [place, { stems, sequence, ends }] of vectors.entries()) {
      for (const key of stems.keys) this.#of(key).all.push(place);
      for (const key of new Set(sequence.subarray(0, ends[0]))) this.#of(key).inTitle.push(place);
    }
  }

  /** Places of the documents that have all of some stems. */
  having([first = 0, ...others]: readonly number[]): readonly number[] {
    const places = this.#holders.get(first)?.all ?? [];
    if (others.length === 0) return places;
    const rest = new Set(this.having(others));
    return places.filter((place) => rest.has(place));
  }

  /** Places of the documents whose title has a stem. */
  entitled(key: number): readonly number[] {
    return this.#holders.get(key)?.inTitle ?? [];
  }

  #of(key: number): Holders {
    const known = this.#holders.get(key);
    if (known) return known;
    const holders: Holders = { all: [], inTitle: [] };
    this.#holders.set(key, holders);
    return holders;
  }
}
