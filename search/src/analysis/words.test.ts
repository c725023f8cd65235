import fc from "fast-check";
import { expect, it } from "vitest";
import { endOfWord, nextWord, wordsOf } from "./words.ts";

const walked = (text: string): string[] => {
  const words: string[] = [];
  for (let begin = nextWord(text, 0); begin < text.length; begin = nextWord(text, endOfWord(text, begin)))
    words.push(text.slice(begin, endOfWord(text, begin)));
  return words;
};

it("walks through the words of any text, letters of two units included", () => {
  expect(walked("L’été 2018 : 🎉 vélos, 𝒜𝓃𝓃ℯ\u0301e\uD835")).toEqual(["L", "été", "2018", "vélos", "𝒜𝓃𝓃ℯ\u0301e"]);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(walked(text)).toEqual(text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []);
    }),
  );
  expect(walked("des tiers-lieux")).toEqual(wordsOf("des tiers-lieux"));
});
