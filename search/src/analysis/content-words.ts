import type { Locale } from "@essaim/content";
import { questionWords, stopWords } from "./stop-words.ts";
import { foldAccents, normalise, wordsOf } from "./words.ts";

// Elisions fall apart into words: "faut-il" is two.
const setOf = (...lists: readonly (readonly string[])[]): ReadonlySet<string> =>
  new Set(lists.flat().flatMap((entry) => wordsOf(entry).flatMap((word) => [word, foldAccents(word)])));

const stops = { fr: setOf(stopWords.fr), en: setOf(stopWords.en), nl: setOf(stopWords.nl) };
const idle = {
  fr: setOf(stopWords.fr, questionWords.fr),
  en: setOf(stopWords.en, questionWords.en),
  nl: setOf(stopWords.nl, questionWords.nl),
};

/** A letter left of an elision, or a digit: it stands in every other text. */
const isSingleCharacter = (word: string): boolean => word.length === 1;

/** The words of a text that carry a subject, in their order: without stop words and single characters. */
export const contentWords = (text: string, locale: Locale): string[] => contentOf(wordsOf(text), locale);

const contentOf = (words: readonly string[], locale: Locale): string[] =>
  words.filter((word) => isContent(word, locale));

/** Whether a word, normalised, carries a subject. */
export const isContent = (word: string, locale: Locale): boolean =>
  !isSingleCharacter(word) && !stops[locale].has(word);

/**
 * The words of a query that say what is looked for: without the words that make a question of it either, unless nothing else is left. Empty
 * for a query without a letter or digit.
 * @example queryWords("Comment réduire l’énergie ?", "fr") // ["réduire", "énergie"]
 */
export function queryWords(query: string, locale: Locale): string[] {
  const words = wordsOf(query);
  const spoken = contentOf(words, locale);
  const subject = spoken.filter((word) => !idle[locale].has(word));
  return firstOf(subject, spoken, words);
}

const firstOf = (...choices: readonly (readonly string[])[]): string[] => [
  ...(choices.find((words) => words.length > 0) ?? []),
];

/** Whether a query ends inside a word, as while somebody types. */
export const endsInWord = (query: string): boolean => /[\p{L}\p{N}\p{M}]$/u.test(normalise(query));
