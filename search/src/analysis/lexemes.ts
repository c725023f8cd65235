import type { Locale } from "@essaim/content";
import { stemOf } from "./stems.ts";
import { foldAccents, normalise } from "./words.ts";

/** What ranking knows of a word as it is written. */
export interface Lexeme {
  readonly stem: string;
  readonly folded: string;
  /** The stem and the folded word as numbers; see `keyOf`. */
  readonly stemKey: number;
  readonly foldedKey: number;
}

/** Words remembered in each language: the same ones come in every document. */
const mostRemembered = 100_000;
const remembered = { fr: new Map<string, Lexeme>(), en: new Map<string, Lexeme>(), nl: new Map<string, Lexeme>() };

/** Reads a word, in whatever case it is written. */
export function lexemeOf(word: string, locale: Locale): Lexeme {
  const memory = remembered[locale];
  const known = memory.get(word);
  if (known !== undefined) return known;
  const read = normalise(word);
  const stem = stemOf(read, locale);
  const folded = foldAccents(read);
  const lexeme = { stem, folded, stemKey: keyOf(stem), foldedKey: keyOf(folded) };
  if (memory.size >= mostRemembered) memory.clear();
  memory.set(word, lexeme);
  return lexeme;
}

/**
 * A word as a number of 32 bits (FNV-1a over its UTF-16 units): documents keep thousands of them. Zero stands for no word.
 * @example keyOf("jardin") // 247_696_653
 */
export function keyOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index++) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return hash >>> 0 || 1;
}
