import { locales } from "@essaim/content";
import { describe, expect, it } from "vitest";
import { firstPackageLines, readTexts } from "./first-package.ts";

const lines = firstPackageLines();
const textsIn = (locale: (typeof locales)[number]) => lines.flatMap((line) => readTexts(line, locale));
const breaking = (locale: (typeof locales)[number], rule: RegExp) =>
  textsIn(locale).filter(({ text }) => rule.test(text));

describe("the words of the first package", () => {
  it.each(locales)("are there to be read in %s", (locale) => {
    expect(textsIn(locale).length).toBeGreaterThan(30);
  });

  it.each(locales)("have curly apostrophes and real ellipses in %s", (locale) => {
    expect(breaking(locale, /['´`]|\.\.\./)).toEqual([]);
  });

  it.each(locales)("have no space at either end, none doubled, and no empty paragraph in %s", (locale) => {
    expect(breaking(locale, /^\s|\s$|[ \u00a0\u202f]{2}|\n{3}/)).toEqual([]);
  });
});

describe("French typography", () => {
  it("puts a narrow no-break space before ; ! ?", () => {
    expect(breaking("fr", /[^\u202f!?][;!?]/)).toEqual([]);
  });

  it("puts a no-break space before a colon that is not part of a time or an address", () => {
    expect(breaking("fr", /[^\u00a0]:(?=\s|$)/)).toEqual([]);
  });

  it("puts no-break spaces inside guillemets and never uses other quotation marks", () => {
    expect(breaking("fr", /«[^\u00a0]|[^\u00a0]»|["“”]/)).toEqual([]);
  });

  it("keeps numbers whole: 2\u202f500, 17\u00a0h\u00a030", () => {
    expect(breaking("fr", /\d \d{3}\b|\d h\b|\bh \d|\d (?:min|€|%)/)).toEqual([]);
  });
});

describe("English and Dutch typography", () => {
  it.each(["en", "nl"] as const)("has curly quotation marks and no space before punctuation in %s", (locale) => {
    const ownTitle = "Des Centres Sociaux Connectés… avec les habitants !";
    const faulty = textsIn(locale).filter(({ text }) => /["«»]|\s[;:!?]/.test(text.replaceAll(ownTitle, "")));
    expect(faulty).toEqual([]);
  });
});

describe("easy reading", () => {
  it.each(["fr", "en", "nl"] as const)("keeps to short sentences, one a paragraph, in %s", (locale) => {
    const bodies = textsIn(locale).filter(({ where }) => where.endsWith("easyRead.body"));
    expect(bodies.length).toBeGreaterThan(0);
    for (const { text, where } of bodies) {
      const sentences = text.split(/\n+|(?<=[.?!])\s/).filter((sentence) => sentence.trim() !== "");
      for (const sentence of sentences) expect(sentence.split(/\s+/).length, `${where}: ${sentence}`).toBeLessThan(18);
    }
  });
});
