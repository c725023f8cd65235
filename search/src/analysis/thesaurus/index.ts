import type { Locale } from "@essaim/content";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import { nl } from "./nl.ts";

const linesOf = (group: string): readonly string[] => group.split("\n").filter((line) => line.trim() !== "");

/** Words that mean the same in each language, a group a line as `Synonyms` reads them. */
export const thesaurus: Readonly<Record<Locale, readonly string[]>> = {
  fr: linesOf(fr),
  en: linesOf(en),
  nl: linesOf(nl),
};
