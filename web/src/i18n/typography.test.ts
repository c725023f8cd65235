import fc from "fast-check";
import { expect, test } from "vitest";
import { typeset } from "./typography.ts";

test.each([
  ["Qui ? Vous !", "Qui\u202f? Vous\u202f!"],
  ["« Tiens », dit-il : oui", "«\u00a0Tiens\u00a0», dit-il\u00a0: oui"],
  ["«Tiens»", "«\u00a0Tiens\u00a0»"],
  ["500 € à 14 h 30", "500\u00a0€ à 14\u00a0h\u00a030"],
  ["2 500 personnes", "2\u202f500 personnes"],
  ["https://exemple.fr/a?b=c;d", "https://exemple.fr/a?b=c;d"],
  ["de 60 à 120 ; puis", "de 60 à 120\u202f; puis"],
])("%s", (given, spaced) => {
  expect(typeset(given, "fr")).toBe(spaced);
});

test("only French is spaced as French", () => {
  expect(typeset("Who ?", "en")).toBe("Who ?");
});

test("nothing but spaces changes, and doing it twice changes nothing more", () => {
  const anything = fc.string({ unit: fc.constantFrom(..."« » : ; ! ? 1 2 5 0 € h a é\u00a0\n".split("")) });
  fc.assert(
    fc.property(anything, (text) => {
      const once = typeset(text, "fr");
      expect(once.replace(/[ \u00a0\u202f]/g, "")).toBe(text.replace(/[ \u00a0\u202f]/g, ""));
      expect(typeset(once, "fr")).toBe(once);
    }),
  );
});

test("every text inside a document is spaced, whatever its place", () => {
  const document = { title: "Qui ?", steps: [{ title: "Quoi ?" }], version: 3, none: null };
  expect(typeset(document, "fr")).toEqual({
    title: "Qui\u202f?",
    steps: [{ title: "Quoi\u202f?" }],
    version: 3,
    none: null,
  });
});
