import { labelIn } from "../../i18n/labels.ts";
import { translatorOf } from "../../i18n/translator.ts";
import type { PageHead } from "../page-head.ts";
import type { Sheet } from "../sheet.ts";
import { textIn } from "./directory.ts";

/** Head of the page of a theme or a tool: its label, with what it means. */
export function labelHead(
  { document: { data }, lang, places }: Sheet<"theme"> | Sheet<"tool">,
  section: "themes" | "tools",
  structured: PageHead["data"],
): PageHead {
  return {
    title: labelIn(data.labels, lang),
    description: textIn(data.description, lang)?.text ?? translatorOf(lang)(`${section}.lead`),
    places,
    section,
    twins: true,
    data: structured,
  };
}
