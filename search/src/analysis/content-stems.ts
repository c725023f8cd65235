import type { Locale } from "@essaim/content";
import { contentWords } from "./content-words.ts";
import { stemOf } from "./stems.ts";

/** The stems of a text’s content words, in their order. @example contentStems("Des jardins partagés", "fr") // ["jardin", "partag"] */
export const contentStems = (text: string, locale: Locale): string[] =>
  contentWords(text, locale).map((word) => stemOf(word, locale));
