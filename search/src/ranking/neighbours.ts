import { sharedLetters } from "./shared-letters.ts";
import type { KnownWord, Statistics } from "./statistics.ts";

/** A word of the documents that is near what was typed. */
export interface NearWord extends KnownWord {
  readonly word: string;
}

/** A stem with the same beginning. */
export interface Kin {
  readonly stem: string;
  /** Share of the longer stem with which both begin. */
  readonly likeness: number;
}

const familyLetters = 4;
const leastLikeness = 0.5;
const letters = [..."abcdefghijklmnopqrstuvwxyz0123456789"];

/** Looks words up by their beginnings. */
export class LexicalNeighbours {
  readonly #words: readonly NearWord[];
  readonly #stems: readonly string[];

  constructor({ words, stems }: Statistics) {
    this.#words = [...words].map(([word, known]) => ({ word, ...known }));
    this.#stems = [...stems.keys()];
  }

  /** The most frequent words that begin so, itself excepted. */
  completions(beginning: string, most: number): NearWord[] {
    const found: NearWord[] = [];
    const begin = firstAt(this.#words, beginning, ({ word }) => word);
    for (let index = begin; index < this.#words.length; index++) {
      const near = this.#words[index];
      if (near === undefined || !near.word.startsWith(beginning)) break;
      if (near.word !== beginning) found.push(near);
    }
    return found.sort((a, b) => b.documents - a.documents || a.word.length - b.word.length).slice(0, most);
  }

  /** Stems with which this one shares at least four first letters and half of the longer: former, formation. Numbers have no family. */
  family(stem: string): Kin[] {
    if (stem.length < familyLetters || /\d/.test(stem)) return [];
    const beginning = stem.slice(0, familyLetters);
    const kin: Kin[] = [];
    for (let index = firstAt(this.#stems, beginning, (each) => each); index < this.#stems.length; index++) {
      const other = this.#stems[index];
      if (other === undefined || !other.startsWith(beginning)) break;
      const likeness = sharedLetters(stem, other) / Math.max(stem.length, other.length);
      if (other !== stem && likeness >= leastLikeness) kin.push({ stem: other, likeness });
    }
    return kin;
  }
}

/** Position of the first item that is not before `text`, in a sorted list. */
function firstAt<T>(sorted: readonly T[], text: string, nameOf: (item: T) => string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = sorted[middle];
    if (item !== undefined && nameOf(item) < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Words of the documents that one letter left out, put in, exchanged or swapped with its neighbour makes of this one (Damerau’s distance 1); those
 * with the same first letter come first, then the most frequent.
 */
export function oneEditAway(word: string, words: ReadonlyMap<string, KnownWord>): NearWord[] {
  const found = new Map<string, NearWord>();
  const look = (candidate: string) => {
    const known = words.get(candidate);
    if (known !== undefined && candidate !== word) found.set(candidate, { word: candidate, ...known });
  };
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    look(before + after.slice(1));
    if (after.length > 1) look(before + after.charAt(1) + after.charAt(0) + after.slice(2));
    for (const letter of letters) {
      look(before + letter + after);
      look(before + letter + after.slice(1));
    }
  }
  const strays = ({ word: other }: NearWord) => (other[0] === word[0] ? 0 : 1);
  return [...found.values()].sort((a, b) => strays(a) - strays(b) || b.documents - a.documents);
}
