import type { Locale } from "@essaim/content";
import { keyOf } from "../analysis/lexemes.ts";
import { readWords } from "../analysis/read-words.ts";
import { foldAccents } from "../analysis/words.ts";
import type { FieldWords } from "../ranking/document-vector.ts";
import type { QueryTerm } from "../ranking/query-terms.ts";
import type { Segment } from "./highlight.ts";

/** Tells which words of a text belong to a query, and how much they say of it: the rarity of the term that each stands for. */
export interface Marker {
  readonly locale: Locale;
  /** By key of a stem. */
  readonly byStem: ReadonlyMap<number, number>;
  /** Phrases that stand for a word: their words say something only side by side. */
  readonly phrases: readonly { readonly keys: readonly number[]; readonly weight: number }[];
  /** Keys of words without their accents: what was typed, where no stem says it. */
  readonly typed: ReadonlySet<number>;
}

/** Makes the marker of a query: the words typed, their families, synonyms and corrections count. */
export function markerOf(terms: readonly QueryTerm[], locale: Locale): Marker {
  const byStem = new Map<number, number>();
  const phrases: { keys: readonly number[]; weight: number }[] = [];
  for (const { alternatives, rarity } of terms)
    for (const { keys, isClose } of alternatives) {
      const [key, ...others] = keys;
      if (!isClose || key === undefined) continue;
      if (others.length > 0) phrases.push({ keys, weight: rarity });
      else byStem.set(key, Math.max(byStem.get(key) ?? 0, rarity));
    }
  const typed = new Set(terms.map(({ word }) => keyOf(foldAccents(word))));
  return { locale, byStem, phrases, typed };
}

/** Weights of content words by their places, as far as they stand in one of the phrases. */
function inPhrases(stems: Uint32Array | readonly number[], { phrases }: Marker): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const { keys, weight } of phrases) {
    const [first = 0] = keys;
    for (let rank = stems.indexOf(first); rank !== -1; rank = stems.indexOf(first, rank + 1))
      if (keys.every((key, after) => stems[rank + after] === key))
        for (const after of keys.keys()) found.set(rank + after, weight);
  }
  return found;
}

/** A whole text, its hits apart. */
export function marked(text: string, marker: Marker): Segment[] {
  const words: { begin: number; end: number; isHit: boolean; rank: number }[] = [];
  const stems: number[] = [];
  readWords(text, marker.locale, ({ stemKey, foldedKey, isContent }, begin, end) => {
    const isHit = marker.byStem.has(stemKey) || marker.typed.has(foldedKey);
    words.push({ begin, end, isHit, rank: isContent ? stems.length : -1 });
    if (isContent) stems.push(stemKey);
  });
  const ofPhrases = inPhrases(stems, marker);
  const segments: Segment[] = [];
  const add = (from: number, to: number, hit: boolean) => {
    if (from < to) segments.push({ text: text.slice(from, to), hit });
  };
  let written = 0;
  for (const { begin, end, isHit, rank } of words) {
    if (!isHit && !ofPhrases.has(rank)) continue;
    add(written, begin, false);
    add(begin, end, true);
    written = end;
  }
  add(written, text.length, false);
  return segments;
}

/** A passage, and how much it says of the query. */
export interface Passage {
  readonly segments: readonly Segment[];
  readonly weight: number;
}

/** A word of the query in a text. */
interface Mark {
  /** Place among the content words of the text. */
  readonly rank: number;
  readonly stem: number;
  readonly weight: number;
}

/** Content words shown before the first hit, so that it can be understood. */
const leadingWords = 4;

/**
 * The passage of at most `mostWords` content words, and what stands between them, that holds the most of a query, each word counted once; an
 * ellipsis stands where the text was cut. Null for a text with none of the words.
 */
export function passageOf(text: string, words: FieldWords, marker: Marker, mostWords: number): Passage | null {
  const marks = marksOf(words, marker);
  let best = { begin: 0, weight: 0 };
  for (const [place, { rank }] of marks.entries()) {
    const begin = Math.max(0, rank - leadingWords);
    const weight = weightOf(marks, place, begin, begin + mostWords);
    if (weight > best.weight) best = { begin, weight };
  }
  if (best.weight === 0) return null;
  const from = best.begin === 0 ? 0 : startOfNumber(text, words.begins[best.begin] ?? 0);
  return {
    segments: cut(text, from, words.begins[best.begin + mostWords] ?? text.length, marker),
    weight: best.weight,
  };
}

/** Where the number begins in which a place stands: 1 200 is one, though each part is read as a word. */
function startOfNumber(text: string, at: number): number {
  const begun = /\d/.test(text.charAt(at))
    ? /(?:\d{1,3}[ .,\u00a0\u202f])+$/.exec(text.slice(Math.max(0, at - 20), at))
    : null;
  return at - (begun?.[0].length ?? 0);
}

function marksOf({ stems }: FieldWords, marker: Marker): Mark[] {
  const ofPhrases = inPhrases(stems, marker);
  const marks: Mark[] = [];
  for (let rank = 0; rank < stems.length; rank++) {
    const stem = stems[rank] ?? 0;
    const weight = marker.byStem.get(stem) ?? ofPhrases.get(rank);
    if (weight !== undefined) marks.push({ rank, stem, weight });
  }
  return marks;
}

/** What the marks from one rank to another weigh, each stem counted once; `place` is one of them. */
function weightOf(marks: readonly Mark[], place: number, begin: number, end: number): number {
  let first = place;
  while (first > 0 && (marks[first - 1]?.rank ?? 0) >= begin) first--;
  const seen = new Set<number>();
  let sum = 0;
  for (let index = first; index < marks.length; index++) {
    const { rank, stem, weight } = marks[index] ?? { rank: end, stem: 0, weight: 0 };
    if (rank >= end) break;
    if (!seen.has(stem)) sum += weight;
    seen.add(stem);
  }
  return sum;
}

/** Signs with which a passage may end; with others it would seem to go on. */
const endings = /[\p{L}\p{N}\p{M}.!?…)»]/u;

function withoutDangling(passage: string): string {
  let end = passage.length;
  while (end > 0 && !endings.test(passage.charAt(end - 1))) end--;
  return passage.slice(0, end);
}

function cut(text: string, from: number, to: number, marker: Marker): Segment[] {
  const passage = text.slice(from, to);
  const isWhole = to === text.length;
  const onOneLine = (isWhole ? passage : withoutDangling(passage))
    // What announces a list goes on with it.
    .replace(/([:;,])\s*\n\s*/g, "$1 ")
    .replace(/\s*\n\s*/g, " · ");
  return [
    ...(from > 0 ? [{ text: "… ", hit: false }] : []),
    ...marked(onOneLine, marker),
    ...(isWhole ? [] : [{ text: " …", hit: false }]),
  ];
}
