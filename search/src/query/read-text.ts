import type { Locale } from "@essaim/content";
import { LRUCache } from "lru-cache";
import { lexemeOf } from "../analysis/lexemes.ts";

/** Where the words of a text stand in it, and the keys of each word; see `keyOf`. */
export interface ReadText {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly stems: Uint32Array;
  readonly folded: Uint32Array;
}

const word = /[\p{L}\p{N}\p{M}]+/gu;
const mostBytes = 32 * 1024 ** 2;
const bytesOf = ({ starts }: ReadText, text: string): number => 16 * starts.length + 2 * text.length + 200;
const kept = () => new LRUCache<string, ReadText>({ maxSize: mostBytes, sizeCalculation: bytesOf });

/** Texts read last: the same documents are shown again and again, and reading a text takes longer than all that is done with it. */
const readings = { fr: kept(), en: kept(), nl: kept() } as const satisfies Record<Locale, LRUCache<string, ReadText>>;

/** The words of a text. */
export function readText(text: string, locale: Locale): ReadText {
  const known = readings[locale].get(text);
  if (known) return known;
  const [starts, ends]: [number[], number[]] = [[], []];
  const [stems, folded]: [number[], number[]] = [[], []];
  for (const { 0: piece, index } of text.matchAll(word)) {
    const { stemKey, foldedKey } = lexemeOf(piece, locale);
    starts.push(index);
    ends.push(index + piece.length);
    stems.push(stemKey);
    folded.push(foldedKey);
  }
  const read = {
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    stems: Uint32Array.from(stems),
    folded: Uint32Array.from(folded),
  };
  readings[locale].set(text, read);
  return read;
}
