import type { Locale } from "@essaim/content";
import { questionWords, stopWords } from "./stop-words.ts";

/** The engine ignores further words in silence: choose here which ones it gets. */
const mostWords = 10;

/** Words cut short before a vowel; typing them says nothing of the subject. */
const elision = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)'(?=.)/;

const fold = (word: string): string => word.normalize("NFD").replace(/\p{M}/gu, "");

const setOf = (...lists: readonly (readonly string[])[]): ReadonlySet<string> =>
  new Set(lists.flat().flatMap((word) => [word, fold(word)]));

const stops = { fr: setOf(stopWords.fr), en: setOf(stopWords.en), nl: setOf(stopWords.nl) };
const idle = {
  fr: setOf(stopWords.fr, questionWords.fr),
  en: setOf(stopWords.en, questionWords.en),
  nl: setOf(stopWords.nl, questionWords.nl),
};

/**
 * The words of a query that say what is looked for, at most ten: without elisions, stop words and question words unless nothing else is
 * left. Empty for a query without a letter or digit.
 * @example queryWords("Comment réduire l’énergie ?", "fr") // ["réduire", "énergie"]
 */
export function queryWords(query: string, locale: Locale): string[] {
  const words = query
    .normalize("NFC")
    .toLowerCase()
    .replace(/[’ʼ‘´`]/g, "'")
    .split(/[^\p{L}\p{N}\p{M}']+/u)
    .map((word) => (locale === "fr" ? word.replace(/^'+/, "").replace(elision, "") : word))
    .flatMap((word) => word.split("'"))
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const subject = words.filter((word) => !idle[locale].has(word));
  const spoken = subject.length > 0 ? subject : words.filter((word) => !stops[locale].has(word));
  return [...new Set(spoken.length > 0 ? spoken : words)].slice(0, mostWords);
}
