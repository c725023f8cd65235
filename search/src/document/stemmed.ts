import type { Locale } from "@essaim/content";
import { contentWords } from "../analysis/content-words.ts";
import { stemOf } from "../analysis/stems.ts";
import { type RankedTexts, rankedFields } from "../ranking/ranked-texts.ts";
import type { SearchDocument } from "./search-document.ts";

/** The stems of a text’s content words, in their order. */
export const stemsOf = (text: string, locale: Locale): string[] =>
  contentWords(text, locale).map((word) => stemOf(word, locale));

/** What texts are found by: each stem once. */
export function stemmed(texts: RankedTexts, locale: Locale): Pick<SearchDocument, "keys" | "titleKeys"> {
  return {
    keys: [...new Set(rankedFields.flatMap((field) => stemsOf(texts[field], locale)))],
    titleKeys: [...new Set(stemsOf(texts.title, locale))],
  };
}
