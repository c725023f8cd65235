import type { Locale } from "@essaim/content";
import { contentStems } from "../analysis/content-stems.ts";
import { type RankedTexts, rankedFields } from "../ranking/ranked-texts.ts";
import type { SearchDocument } from "./search-document.ts";

/** What texts are found by: each stem once. */
export function stemmed(texts: RankedTexts, locale: Locale): Pick<SearchDocument, "keys" | "titleKeys"> {
  return {
    keys: [...new Set(rankedFields.flatMap((field) => contentStems(texts[field], locale)))],
    titleKeys: [...new Set(contentStems(texts.title, locale))],
  };
}
