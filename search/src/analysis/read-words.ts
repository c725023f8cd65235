import type { Locale } from "@essaim/content";
import { type Lexeme, lexemeOf } from "./lexemes.ts";
import { endOfWord, nextWord } from "./words.ts";

/** Calls back for each word of a text, in their order, with what it is and where it begins and ends. */
export function readWords(
  text: string,
  locale: Locale,
  take: (lexeme: Lexeme, begin: number, end: number) => void,
): void {
  for (let begin = nextWord(text, 0); begin < text.length; ) {
    const end = endOfWord(text, begin);
    take(lexemeOf(text.slice(begin, end), locale), begin, end);
    begin = nextWord(text, end);
  }
}
