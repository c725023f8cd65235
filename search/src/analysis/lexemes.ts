import type { Locale } from "@essaim/content";
import { isContent } from "./content-words.ts";
import { stemOf } from "./stems.ts";
import { foldAccents, normalise } from "./words.ts";

/** What ranking knows of a word as it is written: its stem and the word without accents, as numbers; see `keyOf`. */
export interface Lexeme {
  readonly stemKey: number;
  readonly foldedKey: number;
  /** Whether it carries a subject; see `contentWords`. */
  readonly isContent: boolean;
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
  const lexeme: Lexeme = {
    stemKey: keyOf(stemOf(read, locale)),
    foldedKey: keyOf(foldAccents(read)),
    isContent: isContent(read, locale),
  };
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
