import type { Locale } from "@essaim/content";
import { lexemeOf } from "../analysis/lexemes.ts";
import { foldAccents } from "../analysis/words.ts";
import type { QueryTerm } from "../ranking/query-terms.ts";
import type { Segment } from "./highlight.ts";

/** Tells how much the words of a text say of a query. */
export interface Marker {
  /** Rarity of the term that a word stands for; 0 for any other word. */
  readonly weigh: (word: string) => number;
}

/** Makes the marker of a query: the words typed, their families, synonyms and corrections count. */
export function markerOf(terms: readonly QueryTerm[], locale: Locale): Marker {
  const byStem = new Map<string, number>();
  for (const { alternatives, rarity } of terms)
    for (const { stems, isClose } of alternatives)
      if (isClose) for (const stem of stems) byStem.set(stem, Math.max(byStem.get(stem) ?? 0, rarity));
  const typed = new Map(terms.map(({ word, rarity }) => [foldAccents(word), rarity]));
  return {
    weigh(word) {
      const { stem, folded } = lexemeOf(word, locale);
      return byStem.get(stem) ?? typed.get(folded) ?? 0;
    },
  };
}

interface Token {
  readonly text: string;
  readonly weight: number;
  readonly isWord: boolean;
}

const pieces = /([\p{L}\p{N}\p{M}]+)/u;

function tokensOf(text: string, { weigh }: Marker): Token[] {
  const tokens: Token[] = [];
  for (const [place, piece] of text.split(pieces).entries()) {
    const isWord = place % 2 === 1;
    if (piece !== "") tokens.push({ text: piece, isWord, weight: isWord ? weigh(piece) : 0 });
  }
  return tokens;
}

/** A whole text, its hits apart. */
export function marked(text: string, marker: Marker): Segment[] {
  return join(tokensOf(text, marker));
}

function join(tokens: readonly Token[]): Segment[] {
  const segments: { text: string; hit: boolean }[] = [];
  for (const { text, weight } of tokens) {
    const hit = weight > 0;
    const last = segments.at(-1);
    if (last?.hit === hit) last.text += text;
    else segments.push({ text, hit });
  }
  return segments;
}

/** A passage, and how much it says of the query. */
export interface Passage {
  readonly segments: readonly Segment[];
  readonly weight: number;
}

/**
 * The passage of at most `mostWords` words that holds the most of a query, each word counted once; an ellipsis stands where the text was
 * cut. Null for a text with none of the words.
 */
export function passageOf(text: string, marker: Marker, mostWords: number): Passage | null {
  const tokens = tokensOf(text.replace(/\s*\n\s*/g, " · "), marker);
  const words = tokens.flatMap(({ isWord }, place) => (isWord ? [place] : []));
  let best = { begin: 0, weight: 0 };
  for (const [rank, place] of words.entries()) {
    if ((tokens[place]?.weight ?? 0) === 0) continue;
    const begin = Math.max(0, rank - leadingWords);
    const weight = weightOfWindow(tokens, words.slice(begin, begin + mostWords));
    if (weight > best.weight) best = { begin, weight };
  }
  if (best.weight === 0) return null;
  return { segments: cut(tokens, words, best.begin, mostWords), weight: best.weight };
}

/** Words shown before the first hit, so that it can be understood. */
const leadingWords = 6;

function weightOfWindow(tokens: readonly Token[], places: readonly number[]): number {
  const seen = new Map<string, number>();
  for (const place of places) {
    const token = tokens[place];
    if (token && token.weight > 0) seen.set(token.text.toLowerCase().slice(0, 5), token.weight);
  }
  return [...seen.values()].reduce((sum, weight) => sum + weight, 0);
}

function cut(tokens: readonly Token[], words: readonly number[], begin: number, mostWords: number): Segment[] {
  const end = begin + mostWords;
  const first = begin === 0 ? 0 : (words[begin] ?? 0);
  const last = end >= words.length ? tokens.length : (words[end - 1] ?? 0) + 1;
  const segments = join(tokens.slice(first, last));
  return [
    ...(first > 0 ? [{ text: "… ", hit: false }] : []),
    ...segments,
    ...(last < tokens.length ? [{ text: " …", hit: false }] : []),
  ];
}
