import fc from "fast-check";
import { expect, it } from "vitest";
import { vectorOf, wordsOfField } from "../ranking/document-vector.ts";
import { lexiconOf, rankedQuery } from "../ranking/lexicon.ts";
import { StatisticsCount } from "../ranking/statistics.ts";
import { marked, markerOf, passageOf } from "./excerpt.ts";
import { htmlOf } from "./highlight.ts";

const texts = [
  "Un atelier numérique au jardin partagé",
  "La réparation de vélos par les habitants",
  "Des cours de français pour les parents",
];

const markerFor = (query: string) => {
  const counting = new StatisticsCount("fr");
  for (const text of texts) counting.add({ title: text, summary: "", headings: "", names: "", text: "" });
  return markerOf(rankedQuery(query, lexiconOf(counting.total(), [])).terms, "fr");
};
const hitsOf = (text: string, query: string) =>
  marked(text, markerFor(query))
    .filter(({ hit }) => hit)
    .map((segment) => segment.text);

it("marks whole words of the original text, whatever their form or accents", () => {
  expect(hitsOf("Les Ateliers NUMÉRIQUES d’été", "atelier numerique")).toEqual(["Ateliers", "NUMÉRIQUES"]);
  expect(hitsOf("l’atelier, des nume\u0301riques", "ateliers numérique")).toEqual(["atelier", "nume\u0301riques"]);
});

it("marks the words of a phrase that stands for a word only side by side", () => {
  const counting = new StatisticsCount("fr");
  for (const text of ["Le coup de main", "Un coup de fil", "La main"])
    counting.add({ title: text, summary: "", headings: "", names: "", text: "" });
  const marker = markerOf(
    rankedQuery("entraide", lexiconOf(counting.total(), ["entraide = coup de main"])).terms,
    "fr",
  );
  const hits = marked("Un coup de fil, puis un coup de main : la main tendue", marker).filter(({ hit }) => hit);
  expect(hits.map(({ text }) => text)).toEqual(["coup", "main"]);
});

it("marks the word that was understood in place of a slip", () => {
  expect(hitsOf("Le jardin partagé", "jradin")).toEqual(["jardin"]);
});

it("takes the passage with the most of the query, cut at words, with an ellipsis where it was cut", () => {
  const text = `${"matin ".repeat(50)}le jardin ${"midi ".repeat(50)}un atelier numérique ${"soir, ".repeat(50)}`;
  const vector = vectorOf({ title: "", summary: "", headings: "", names: "", text }, "fr", {
    title: 1,
    summary: 1,
    headings: 1,
    names: 1,
    text: 1,
  });
  const passage = passageOf(text, wordsOfField(vector, "text"), markerFor("atelier numérique jardin"), 12);
  const words = passage?.segments.map((segment) => segment.text).join("") ?? "";
  expect(words).toMatch(/^… midi .* un atelier numérique soir, .*soir …$/);
  expect(words.match(/[\p{L}]+/gu)).toHaveLength(13);
  expect(passageOf(text, wordsOfField(vector, "text"), markerFor("vélos"), 12)).toBeNull();
});

it("begins no passage inside a number, and lets what announces a list go on with it", () => {
  const text = `${"matin ".repeat(30)}avec 1\u00a0200 habitants, on fait\u00a0:\nle jardin\nun atelier ${"soir ".repeat(30)}`;
  const lengths = { title: 1, summary: 1, headings: 1, names: 1, text: 1 };
  const vector = vectorOf({ title: "", summary: "", headings: "", names: "", text }, "fr", lengths);
  const passages = ["jardin", "habitants", "atelier"].map((query) =>
    passageOf(text, wordsOfField(vector, "text"), markerFor(query), 6)
      ?.segments.map((each) => each.text)
      .join(""),
  );
  for (const passage of passages) expect(passage).not.toMatch(/… 200|: ·/);
  expect(passages[2]).toContain("le jardin · un atelier");
});

it("holds every character of any text, and nothing but <mark> as markup", () => {
  const piece = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("<", ">", "&", "<script>", '"', "jardin", " atelier "),
  );
  const marker = markerFor("jardin atelier script");
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join("");
      const segments = marked(text, marker);
      expect(segments.map((segment) => segment.text).join("")).toBe(text);
      expect(htmlOf(segments).replaceAll(/<\/?mark>/g, "")).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/);
    }),
  );
});
