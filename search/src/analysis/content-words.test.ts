import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { queryWords } from "./content-words.ts";

describe("The words of a query", () => {
  it.each([
    ["Comment réduire l’énergie ?", ["réduire", "énergie"]],
    ["qu'est-ce qu’une résidence d'été", ["résidence"]],
    ["l'accueil des aînés", ["accueil", "aînés"]],
    ["aujourd’hui", ["aujourd", "hui"]],
    ["ou trouver un animateur", ["animateur"]],
    ["comment faire", ["comment"]],
    ["le la les", ["le", "la", "les"]],
    ["e\u0301nergie", ["énergie"]],
    ["C'est l'IA", ["ia"]],
    ["🙂 ?!", []],
    ["", []],
  ])("of « %s » are %j", (query, words) => {
    expect(queryWords(query, "fr")).toEqual(words);
  });

  it("follow the language", () => {
    expect(queryWords("How to run a hackathon", "en")).toEqual(["run", "hackathon"]);
    expect(queryWords("Hoe werkt een hackathon", "nl")).toEqual(["werkt", "hackathon"]);
  });

  it("hold no blanks, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 500 }), (query) => {
        const words = queryWords(query, "fr");
        for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
      }),
    );
  });
});
