import { describe, expect, it } from "vitest";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import { nl } from "./nl.ts";

const fold = (word: string): string => word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const member = /^[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*(?: [\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*){0,2}$/u;

/** The members of a line; a line that isn't a group answers none. */
function membersOf(line: string): string[] {
  const both = line.split(" = ");
  const members = both.length > 1 ? both : line.split(" > ").slice(0, 2);
  return members.length > 1 && members.join(line.includes(" > ") ? " > " : " = ") === line ? members : [];
}

const repeated = (words: readonly string[]): string[] => words.filter((word, at) => words.indexOf(word) !== at);

describe.each([
  { locale: "fr", text: fr, least: 650 },
  { locale: "en", text: en, least: 150 },
  { locale: "nl", text: nl, least: 150 },
])("The thesaurus in $locale", ({ text, least }) => {
  const lines = text.split("\n");

  it("has two to six members a line, of three words at most each", () => {
    const wrong = lines.filter((line) => {
      const members = membersOf(line);
      return members.length < 2 || members.length > 6 || !members.every((one) => member.test(one));
    });
    expect(wrong).toEqual([]);
  });

  it("says no word twice in its two-way groups", () => {
    const words = lines.filter((line) => line.includes(" = ")).flatMap((line) => membersOf(line).map(fold));
    expect(repeated(words)).toEqual([]);
  });

  it("says no line twice", () => {
    expect(repeated(lines)).toEqual([]);
  });

  it(`holds ${least} groups or more`, () => {
    expect(lines.length).toBeGreaterThanOrEqual(least);
  });
});
