import { expect, test } from "vitest";
import { describeCost, describeDays, describePeople } from "./quantities.ts";

const plain = (text: string | undefined) => text?.replaceAll(/[\u00a0\u202f]/g, " ");

test("preparation is told in weeks where they are whole", () => {
  expect([1, 7, 10, 14, 42].map((days) => plain(describeDays(days, "fr")))).toEqual([
    "1 jour",
    "7 jours",
    "10 jours",
    "2 semaines",
    "6 semaines",
  ]);
});

test.each([
  [{ min: 0, max: 0 }, "gratuit"],
  [{ max: 0 }, "gratuit"],
  [{ max: 500 }, "moins de 500 €"],
  [{ min: 200, max: 500 }, "de 200 € à 500 €"],
  [{ min: 200 }, "à partir de 200 €"],
  [{ min: 200, max: 200 }, "200 €"],
  [{}, undefined],
])("a cost of %j is « %s »", (range, words) => {
  expect(plain(describeCost(range, "fr"))).toBe(words);
});

test.each([
  [{ min: 8, max: 15 }, "8 à 15 personnes"],
  [{ min: 1, max: 1 }, "1 personne"],
  [{ max: 15 }, "jusqu’à 15 personnes"],
  [{ min: 8 }, "8 personnes et plus"],
  [{}, undefined],
])("a group of %j is « %s »", (range, words) => {
  expect(describePeople(range, "fr")).toBe(words);
});
