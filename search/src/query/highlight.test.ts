import fc from "fast-check";
import { expect, it } from "vitest";
import { bestExcerpt, hitLines, htmlOf, marks, segmentsOf } from "./highlight.ts";

const { open, close } = marks;

it("splits a marked text at its marks", () => {
  expect(segmentsOf(`un ${open}mot${close} trouvé`)).toEqual([
    { text: "un ", hit: false },
    { text: "mot", hit: true },
    { text: " trouvé", hit: false },
  ]);
});

it("marks the whole word of which a part was typed, and no more", () => {
  expect(segmentsOf(`des ${open}Atelier${close}s d’${open}été${close}, ${open}num${close}e\u0301rique-là`)).toEqual([
    { text: "des ", hit: false },
    { text: "Ateliers", hit: true },
    { text: " d’", hit: false },
    { text: "été", hit: true },
    { text: ", ", hit: false },
    { text: "nume\u0301rique", hit: true },
    { text: "-là", hit: false },
  ]);
});

it("drops marks that stand alone", () => {
  expect(segmentsOf(`a${close}b${open}c`)).toEqual([{ text: "abc", hit: false }]);
});

it("keeps of a list the lines with a hit", () => {
  expect(hitLines(`Lancer\nDeux jours : le ${open}hackathon${close}\nBilan\n${open}Hackathon${close}s`)).toBe(
    `Deux jours : le ${open}hackathon${close} · ${open}Hackathon${close}s`,
  );
  expect(hitLines("rien\nde tel")).toBe("");
});

it("takes the passage with the most hits", () => {
  const [none, one] = [segmentsOf("rien"), segmentsOf(`${open}oui${close}`)];
  expect(bestExcerpt([none, one])).toBe(one);
  expect(bestExcerpt([none, segmentsOf("rien non plus")])).toBe(none);
});

it("holds every character of any text, and nothing but <mark> as markup", () => {
  const piece = fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom(open, close, "<", ">", "&", "<script>", '"'));
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const segments = segmentsOf(pieces.join(""));
      const plain = pieces.join("").replaceAll(open, "").replaceAll(close, "");
      expect(segments.map(({ text }) => text).join("")).toBe(plain);
      expect(htmlOf(segments).replaceAll(/<\/?mark>/g, "")).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/);
    }),
  );
});
