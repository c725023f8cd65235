import type { Locale } from "@essaim/content";

/** Name of a language for readers of another. @example languageName("en", "fr") // "anglais" */
export const languageName = (language: Locale, reader: Locale): string =>
  new Intl.DisplayNames(reader, { type: "language" }).of(language) ?? language;
