import type { Locale } from "@essaim/content";
import { contentWords } from "../analysis/content-words.ts";
import { stemOf } from "../analysis/stems.ts";
import type { RankedField, RankedTexts } from "../ranking/ranked-texts.ts";
import type { SearchDocument } from "./search-document.ts";

/** Texts as the stems of their content words. */
export function stemmed(texts: RankedTexts, locale: Locale): Pick<SearchDocument, "stems" | "keys" | "titleKeys"> {
  const stemsOf = (field: RankedField) => contentWords(texts[field], locale).map((word) => stemOf(word, locale));
  const title = stemsOf("title");
  const rest = {
    summary: stemsOf("summary"),
    headings: stemsOf("headings"),
    names: stemsOf("names"),
    text: stemsOf("text"),
  };
  return {
    stems: {
      title: title.join(" "),
      summary: rest.summary.join(" "),
      headings: rest.headings.join(" "),
      names: rest.names.join(" "),
      text: rest.text.join(" "),
    },
    keys: [...new Set([title, ...Object.values(rest)].flat())],
    titleKeys: [...new Set(title)],
  };
}
