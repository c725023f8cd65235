import type { Locale } from "@essaim/content";
import { keyOf } from "../analysis/lexemes.ts";
import { readWords } from "../analysis/read-words.ts";
import { foldAccents } from "../analysis/words.ts";
import type { FieldWords } from "../ranking/document-vector.ts";
import type { QueryTerm } from "../ranking/query-terms.ts";
import type { Segment } from "./highlight.ts";

/** A term of a query, and how much it says of it: its rarity. */
interface Term {
  readonly place: number;
  readonly weight: number;
}

/** Tells which words of a text belong to a query, and which term each stands for. */
export interface Marker {
  readonly locale: Locale;
  /** How many terms the query has. */
  readonly terms: number;
  /** By key of a stem. */
  readonly byStem: ReadonlyMap<number, Term>;
  /** Phrases that stand for a word: their words say something only side by side. */
  readonly phrases: readonly { readonly keys: readonly number[]; readonly term: Term }[];
  /** Keys of words without their accents: what was typed, where no stem says it. */
  readonly typed: ReadonlySet<number>;
}

/** Makes the marker of a query: the words typed, their families, synonyms and corrections count. */
export function markerOf(terms: readonly QueryTerm[], locale: Locale): Marker {
  const byStem = new Map<number, Term>();
  const phrases: { keys: readonly number[]; term: Term }[] = [];
  for (const [place, { alternatives, rarity }] of terms.entries()) {
    const term = { place, weight: rarity };
    for (const { keys, isClose } of alternatives) {
      const [key, ...others] = keys;
      if (!isClose || key === undefined) continue;
      if (others.length > 0) phrases.push({ keys, term });
      else if ((byStem.get(key)?.weight ?? 0) < rarity) byStem.set(key, term);
    }
  }
  const typed = new Set(terms.map(({ word }) => keyOf(foldAccents(word))));
  return { locale, terms: terms.length, byStem, phrases, typed };
}

/** Terms of content words by their places, as far as they stand in one of the phrases. */
function inPhrases(stems: Uint32Array | readonly number[], { phrases }: Marker): ReadonlyMap<number, Term> {
  const found = new Map<number, Term>();
  for (const { keys, term } of phrases) {
    const [first = 0] = keys;
    for (let rank = stems.indexOf(first); rank !== -1; rank = stems.indexOf(first, rank + 1))
      if (keys.every((key, after) => stems[rank + after] === key))
        for (const after of keys.keys()) found.set(rank + after, term);
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
  /** Rarities of the terms that it holds, each counted once. */
  readonly weight: number;
  /** How many terms it holds. */
  readonly terms: number;
}

/** A word of the query in a text. */
interface Mark {
  /** Place among the content words of the text. */
  readonly rank: number;
  readonly term: Term;
}

/** Content words shown before the first hit, so that it can be understood, where its sentence began further back than `mostLeading`. */
const [leadingWords, mostLeading] = [4, 8] as const;
const nothing = { begin: 0, weight: 0, terms: 0 };

/** What a whole text says of a query. */
export function weigh(words: FieldWords, marker: Marker): Pick<Passage, "weight" | "terms"> {
  return sumOf(marksOf(words, marker), 0, 0, Infinity);
}

/**
 * The passage of at most `mostWords` content words, and what stands between them, that holds the most of a query, each term counted once: in
 * sentences, never in what is only listed, from the beginning of one where it isn’t far. An ellipsis stands where a sentence was cut. Null for a
 * text none of whose sentences has a word of the query.
 */
export function passageOf(text: string, words: FieldWords, marker: Marker, mostWords: number): Passage | null {
  const marks = marksOf(words, marker);
  let best = nothing;
  for (const [place, { rank }] of marks.entries()) {
    // Looking for sentences takes longest: where even the widest passage around a mark says no more, none is looked for.
    if (sumOf(marks, place, rank - mostLeading, rank + mostWords).weight <= best.weight) continue;
    const at = words.begins[rank] ?? 0;
    if (!isInProse(text, at)) continue;
    const begin = beginningOf(text, words, rank);
    const end = Math.min(begin + mostWords, ranksUpTo(words, lineEnd(text, at)));
    const sum = sumOf(marks, place, begin, end);
    if (sum.weight > best.weight) best = { begin, ...sum };
  }
  const { begin, weight, terms } = best;
  if (weight === 0) return null;
  const first = words.begins[begin] ?? 0;
  const start = sentenceStart(text, first);
  const from = ranksUpTo(words, start) === begin ? start : startOfNumber(text, first);
  const end = begin + mostWords;
  const to = Math.min(words.begins[end] ?? text.length, lineEnd(text, first));
  const lastMark = marks.findLast(({ rank }) => rank < end && (words.begins[rank] ?? 0) < to);
  const wanted = words.begins[lastMark?.rank ?? begin] ?? from;
  return { segments: cut(text, from, wholeSentences(text, { from, wanted, to }), marker), weight, terms };
}

const lineStart = (text: string, at: number): number => text.lastIndexOf("\n", at - 1) + 1;
function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
}

/** Whether a line is told, not listed: sentences end with a sign of their own. */
const isInProse = (text: string, at: number): boolean =>
  /[.!?…][\s»”"')]*$/u.test(text.slice(lineStart(text, at), lineEnd(text, at)));

/** What parts two sentences of a line. */
const sentenceBreak = /[.!?…][\s»”"']+(?=[\p{Lu}\p{N}«“"'(])/gu;

/** Where the sentence begins in which a place stands. */
function sentenceStart(text: string, at: number): number {
  const start = lineStart(text, at);
  const ends = [...text.slice(start, at + 1).matchAll(sentenceBreak)];
  const last = ends.at(-1);
  return start + (last === undefined ? 0 : last.index + last[0].length);
}

/** Where the last whole sentence ends that begins after the last word wanted, up to a place; the place itself where none does. */
function wholeSentences(text: string, { from, wanted, to }: { from: number; wanted: number; to: number }): number {
  const ends = [...text.slice(from, to + 1).matchAll(sentenceBreak)].map(
    ({ index, 0: sign }) => from + index + sign.trimEnd().length,
  );
  return ends.findLast((end) => end > wanted) ?? to;
}

/** How many content words begin before a place. */
function ranksUpTo({ begins }: FieldWords, place: number): number {
  let [low, high] = [0, begins.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((begins[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The content word with which a passage around another begins. */
function beginningOf(text: string, words: FieldWords, rank: number): number {
  const ofSentence = ranksUpTo(words, sentenceStart(text, words.begins[rank] ?? 0));
  return rank - ofSentence <= mostLeading ? ofSentence : rank - leadingWords;
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
    const term = marker.byStem.get(stems[rank] ?? 0) ?? ofPhrases.get(rank);
    if (term !== undefined) marks.push({ rank, term });
  }
  return marks;
}

/** What the marks from one rank to another say; `place` is one of them. */
function sumOf(marks: readonly Mark[], place: number, begin: number, end: number): Pick<Passage, "weight" | "terms"> {
  let first = place;
  while (first > 0 && (marks[first - 1]?.rank ?? 0) >= begin) first--;
  const seen = new Set<number>();
  let weight = 0;
  for (let index = first; index < marks.length; index++) {
    const { rank, term } = marks[index] ?? { rank: end, term: { place: -1, weight: 0 } };
    if (rank >= end) break;
    if (seen.has(term.place)) continue;
    seen.add(term.place);
    weight += term.weight;
  }
  return { weight, terms: seen.size };
}

/** Signs with which a passage may end; with others it would seem to go on. */
const endings = /[\p{L}\p{N}\p{M}.!?…)»]/u;

function withoutDangling(passage: string): string {
  let end = passage.length;
  while (end > 0 && !endings.test(passage.charAt(end - 1))) end--;
  return passage.slice(0, end);
}

function cut(text: string, from: number, to: number, marker: Marker): Segment[] {
  const passage = withoutDangling(text.slice(from, to));
  const isBegun = from === sentenceStart(text, from);
  const isEnded = /[.!?…][»”"')\s]*$/u.test(passage);
  return [
    ...(isBegun ? [] : [{ text: "… ", hit: false }]),
    ...marked(passage, marker),
    ...(isEnded ? [] : [{ text: " …", hit: false }]),
  ];
}
