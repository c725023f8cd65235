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
  const text = `${"matin ".repeat(50)}le jardin ${"midi ".repeat(50)}un atelier numérique ${"soir, ".repeat(50)}fin.`;
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

const lengths = { title: 1, summary: 1, headings: 1, names: 1, text: 1 };
const passageIn = (text: string, query: string, mostWords: number) => {
  const vector = vectorOf({ title: "", summary: "", headings: "", names: "", text }, "fr", lengths);
  return passageOf(text, wordsOfField(vector, "text"), markerFor(query), mostWords)
    ?.segments.map((each) => each.text)
    .join("");
};

it("begins no passage inside a number", () => {
  const text = `${"matin ".repeat(30)}avec 1\u00a0200 habitants, dans un jardin ${"soir ".repeat(30)}fin.`;
  for (const query of ["jardin", "habitants"]) expect(passageIn(text, query, 6)).not.toMatch(/… 200/);
});

it("shows sentences from their beginning, and nothing of what is only listed", () => {
  const listed = "12 ateliers numériques pour le jardin";
  const told = "La pluie tombait. Un atelier « du soir » s’est ouvert au jardin. Nous y sommes encore.";
  expect(passageIn(`${listed}\n${told}\n${listed}`, "atelier jardin", 5)).toBe(
    "Un atelier « du soir » s’est ouvert au jardin.",
  );
  expect(passageIn(listed, "atelier jardin", 9)).toBeUndefined();
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

it("takes passages from the text as it is, whatever it holds", () => {
  const piece = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc.constantFrom(" jardin", ". Un atelier", "\n", "1 200 ", " », dit-elle. « ", "… "),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 1, max: 20 }), (pieces, most) => {
      const text = pieces.join("");
      const passage = passageIn(text, "jardin atelier", most);
      if (passage === undefined) return;
      expect(text).toContain(passage.replace(/^… /, "").replace(/ …$/, ""));
      expect(passage).toMatch(/jardin|atelier/i);
    }),
  );
});
