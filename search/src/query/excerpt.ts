import type { Locale } from "@essaim/content";
import { keyOf } from "../analysis/lexemes.ts";
import { foldAccents } from "../analysis/words.ts";
import type { QueryTerm } from "../ranking/query-terms.ts";
import type { Segment } from "./highlight.ts";
import { type ReadText, readText } from "./read-text.ts";

/** Tells how much the words of a text say of a query: the rarity of the term that a word stands for. */
export interface Marker {
  readonly locale: Locale;
  /** By key of a stem. */
  readonly byStem: ReadonlyMap<number, number>;
  /** By key of a word without its accents: what was typed, where no stem says it. */
  readonly typed: ReadonlyMap<number, number>;
}

/** Makes the marker of a query: the words typed, their families, synonyms and corrections count. */
export function markerOf(terms: readonly QueryTerm[], locale: Locale): Marker {
  const byStem = new Map<number, number>();
  for (const { alternatives, rarity } of terms)
    for (const { keys, isClose } of alternatives)
      if (isClose) for (const key of keys) byStem.set(key, Math.max(byStem.get(key) ?? 0, rarity));
  const typed = new Map(terms.map(({ word, rarity }) => [keyOf(foldAccents(word)), rarity]));
  return { locale, byStem, typed };
}

/** A word of the query in a text. */
interface Mark {
  /** Place among the words of the text. */
  readonly rank: number;
  readonly weight: number;
}

function marksOf({ stems, folded }: ReadText, { byStem, typed }: Marker): Mark[] {
  const marks: Mark[] = [];
  for (let rank = 0; rank < stems.length; rank++) {
    const weight = byStem.get(stems[rank] ?? 0) ?? typed.get(folded[rank] ?? 0) ?? 0;
    if (weight > 0) marks.push({ rank, weight });
  }
  return marks;
}

/** A whole text, its hits apart. */
export function marked(text: string, marker: Marker): Segment[] {
  const read = readText(text, marker.locale);
  return segmentsOf({ text, read, marks: marksOf(read, marker) }, 0, text.length);
}

/** A text with the words of the query that it holds. */
interface MarkedText {
  readonly text: string;
  readonly read: ReadText;
  readonly marks: readonly Mark[];
}

/** The part of a text from `begin` to `end`, its hits apart. */
function segmentsOf({ text, read, marks }: MarkedText, begin: number, end: number): Segment[] {
  const segments: Segment[] = [];
  const add = (from: number, to: number, hit: boolean) => {
    if (from < to) segments.push({ text: text.slice(from, to), hit });
  };
  let written = begin;
  for (const { rank } of marks) {
    const [from, to] = [read.starts[rank] ?? 0, read.ends[rank] ?? 0];
    if (from < begin || to > end) continue;
    add(written, from, false);
    add(from, to, true);
    written = to;
  }
  add(written, end, false);
  return segments;
}

/** A passage, and how much it says of the query. */
export interface Passage {
  readonly segments: readonly Segment[];
  readonly weight: number;
}

/** Words of a text by their places; the end is not among them. */
interface Window {
  readonly begin: number;
  readonly end: number;
}

/** Words shown before the first hit, so that it can be understood. */
const leadingWords = 6;

/**
 * The passage of at most `mostWords` words that holds the most of a query, each word counted once; an ellipsis stands where the text was
 * cut. Null for a text with none of the words.
 */
export function passageOf(text: string, marker: Marker, mostWords: number): Passage | null {
  const read = readText(text, marker.locale);
  const marks = marksOf(read, marker);
  let best = { window: { begin: 0, end: 0 }, weight: 0 };
  for (const [place, { rank }] of marks.entries()) {
    const begin = Math.max(0, rank - leadingWords);
    const window = { begin, end: begin + mostWords };
    const weight = weightOf(window, read, marks, place);
    if (weight > best.weight) best = { window, weight };
  }
  return best.weight === 0 ? null : { segments: cut({ text, read, marks }, best.window), weight: best.weight };
}

/** What the marks of a window weigh, each stem counted once; `place` is one of them. */
function weightOf({ begin, end }: Window, { stems }: ReadText, marks: readonly Mark[], place: number): number {
  let first = place;
  while (first > 0 && (marks[first - 1]?.rank ?? 0) >= begin) first--;
  const seen = new Set<number>();
  let sum = 0;
  for (let index = first; index < marks.length; index++) {
    const { rank, weight } = marks[index] ?? { rank: end, weight: 0 };
    if (rank >= end) break;
    const stem = stems[rank] ?? 0;
    if (!seen.has(stem)) sum += weight;
    seen.add(stem);
  }
  return sum;
}

function cut(found: MarkedText, { begin, end }: Window): Segment[] {
  const { starts, ends } = found.read;
  const first = begin === 0 ? 0 : (starts[begin] ?? 0);
  const last = end >= starts.length ? found.text.length : (ends[end - 1] ?? 0);
  const onOneLine = segmentsOf(found, first, last).map(({ text, hit }) => ({
    text: text.replace(/\s*\n\s*/g, " · "),
    hit,
  }));
  return [
    ...(first > 0 ? [{ text: "… ", hit: false }] : []),
    ...onOneLine,
    ...(last < found.text.length ? [{ text: " …", hit: false }] : []),
  ];
}
