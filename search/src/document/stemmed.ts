import type { Locale } from "@essaim/content";
import { contentWords } from "../analysis/content-words.ts";
import { stemOf } from "../analysis/stems.ts";
import type { RankedField, RankedTexts } from "../ranking/ranked-texts.ts";

/** Texts as the stems of their content words. */
export function stemmed(
  texts: RankedTexts,
  locale: Locale,
): { readonly stems: RankedTexts; readonly keys: readonly string[] } {
  const keys = new Set<string>();
  const stemsOf = (field: RankedField): string => {
    const stems = contentWords(texts[field], locale).map((word) => stemOf(word, locale));
    for (const stem of stems) keys.add(stem);
    return stems.join(" ");
  };
  const stems = {
    title: stemsOf("title"),
    summary: stemsOf("summary"),
    headings: stemsOf("headings"),
    names: stemsOf("names"),
    text: stemsOf("text"),
  };
  return { stems, keys: [...keys] };
}
