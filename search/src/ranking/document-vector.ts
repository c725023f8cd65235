import type { Locale } from "@essaim/content";
import { readWords } from "../analysis/read-words.ts";
import { type RankedField, type RankedTexts, rankedFields, weights } from "./ranked-texts.ts";
import type { Statistics } from "./statistics.ts";

/** Weighted and length-normalised frequencies of keys in a document, in ascending order of the keys. */
export interface Frequencies {
  readonly keys: Uint32Array;
  readonly values: Float32Array;
}

/** A document as ranking compares it with queries: some kilobytes of numbers. */
export interface DocumentVector {
  readonly stems: Frequencies;
  readonly words: Frequencies;
  /** Stems in the order of the text; zeros part the fields. */
  readonly sequence: Uint32Array;
  /** Where the word of each of them begins in the text of its field. */
  readonly begins: Uint32Array;
  /** Where each field ends in the sequence, and what one occurrence in it counts. */
  readonly ends: readonly number[];
  readonly shares: readonly number[];
}

/** The content words of one field, in their order. */
export interface FieldWords {
  readonly stems: Uint32Array;
  readonly begins: Uint32Array;
}

/** Makes the vector of a document; `lengths` are those of the statistics that its queries will be weighed with. */
export function vectorOf(texts: RankedTexts, locale: Locale, lengths: Statistics["lengths"]): DocumentVector {
  const stems = new Map<number, number>();
  const exact = new Map<number, number>();
  const sequence: number[] = [];
  const begins: number[] = [];
  const ends: number[] = [];
  const shares: number[] = [];
  for (const field of rankedFields) {
    const start = sequence.length;
    const spoken: number[] = [];
    readWords(texts[field], locale, ({ stemKey, foldedKey, isContent }, begin) => {
      if (!isContent) return;
      sequence.push(stemKey);
      begins.push(begin);
      spoken.push(foldedKey);
    });
    const { w, b } = weights.fields[field];
    const share = w / (1 - b + (b * spoken.length) / (lengths[field] || 1));
    for (const [place, foldedKey] of spoken.entries()) {
      const stemKey = sequence[start + place] ?? 0;
      stems.set(stemKey, (stems.get(stemKey) ?? 0) + share);
      exact.set(foldedKey, (exact.get(foldedKey) ?? 0) + share);
    }
    sequence.push(0);
    begins.push(0);
    ends.push(sequence.length);
    shares.push(share);
  }
  return {
    ...{ stems: frequencies(stems), words: frequencies(exact) },
    ...{ sequence: Uint32Array.from(sequence), begins: Uint32Array.from(begins), ends, shares },
  };
}

function frequencies(counts: ReadonlyMap<number, number>): Frequencies {
  const keys = Uint32Array.from(counts.keys()).sort();
  return { keys, values: Float32Array.from(keys, (key) => counts.get(key) ?? 0) };
}

/** Weighted frequency of a key; 0 where the document doesn’t have it. */
export function frequencyOf({ keys, values }: Frequencies, key: number): number {
  let [low, high] = [0, keys.length - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = keys[middle] ?? 0;
    if (found === key) return values[middle] ?? 0;
    if (found < key) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}

/** Weighted frequency of stems that follow each other. */
export function phraseFrequency({ stems, sequence, ends, shares }: DocumentVector, phrase: readonly number[]): number {
  const [first = 0, ...others] = phrase;
  if (phrase.some((key) => frequencyOf(stems, key) === 0)) return 0;
  let frequency = 0;
  for (let at = sequence.indexOf(first); at !== -1; at = sequence.indexOf(first, at + 1)) {
    if (!others.every((other, after) => sequence[at + after + 1] === other)) continue;
    frequency += shares[ends.findIndex((end) => at < end)] ?? 0;
  }
  return frequency;
}

/** The content words of a field: their stems, and where they begin in its text. */
export function wordsOfField({ sequence, begins, ends }: DocumentVector, field: RankedField): FieldWords {
  const place = rankedFields.indexOf(field);
  const [from, to] = [ends[place - 1] ?? 0, (ends[place] ?? 1) - 1];
  return { stems: sequence.subarray(from, to), begins: begins.subarray(from, to) };
}

/** Bytes that a vector takes, about: to bound how many are kept. */
export const bytesOf = ({ stems, words, sequence }: DocumentVector): number =>
  8 * (stems.keys.length + words.keys.length + sequence.length) + 300;
