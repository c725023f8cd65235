import fc from "fast-check";
import { expect, test } from "vitest";
import { type ComparedCentre, centreLikeness, leastCentreLikeness } from "./centre-likeness.ts";

const escale: ComparedCentre = {
  kind: "centre-social",
  size: "medium",
  city: "Douai",
  territory: "Douaisis",
  coordinates: [3.08, 50.37],
  audiences: ["familles", "habitants", "personnes-agees"],
};
const passerelle: ComparedCentre = {
  kind: "centre-social",
  size: "medium",
  city: "Lens",
  territory: "Lensois",
  coordinates: [2.832, 50.432],
  audiences: ["habitants", "apprenants-du-francais", "personnes-agees"],
};

test("size, audiences, place and kind in common are told, what weighs most first", () => {
  const { score, reasons } = centreLikeness(escale, passerelle);
  expect(reasons).toEqual([
    { kind: "size", size: "medium" },
    { kind: "near", km: 19 },
    { kind: "audiences", audiences: ["habitants", "personnes-agees"] },
    { kind: "kind", centre: "centre-social" },
  ]);
  expect(score).toBeGreaterThan(leastCentreLikeness);
});

test("a town or a territory in common needs no coordinates, and is written as one likes", () => {
  const town = { kind: "other", city: "Douai" };
  expect(centreLikeness(town, { kind: "other", city: " douai " }).reasons).toEqual([{ kind: "city", city: "Douai" }]);
  const moor = { kind: "other", territory: "Flandre intérieure" };
  expect(centreLikeness(moor, moor).reasons).toEqual([{ kind: "territory", territory: "Flandre intérieure" }]);
});

test("what is known of one centre alone counts nothing, nor does a kind that says nothing", () => {
  expect(centreLikeness(escale, { kind: "other" })).toEqual({ score: 0, reasons: [] });
  expect(centreLikeness({ kind: "other" }, { kind: "other" })).toEqual({ score: 0, reasons: [] });
});

test("neighbours of the same kind alone are not centres alike", () => {
  const { kind, coordinates } = escale;
  expect(centreLikeness({ kind, coordinates }, { kind, coordinates: [3.08, 50.37] }).score).toBeLessThan(
    leastCentreLikeness,
  );
});

test("likeness lies between 0 and 1, is the same both ways, and is 1 with a centre that says all of itself", () => {
  const centre: fc.Arbitrary<ComparedCentre> = fc.record(
    {
      kind: fc.constantFrom("centre-social", "federation", "other"),
      size: fc.constantFrom("small", "large"),
      territory: fc.constantFrom("Douaisis", "Lensois"),
      city: fc.constantFrom("Douai", "Lens"),
      coordinates: fc.tuple(fc.double({ min: 1, max: 4, noNaN: true }), fc.double({ min: 49, max: 51, noNaN: true })),
      audiences: fc.array(fc.constantFrom("jeunes", "familles", "habitants")),
    },
    { requiredKeys: ["kind"] },
  );
  fc.assert(
    fc.property(centre, centre, (a, b) => {
      const { score } = centreLikeness(a, b);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1 + 1e-9);
      expect(centreLikeness(b, a).score).toBeCloseTo(score, 9);
    }),
  );
  expect(centreLikeness(escale, escale).score).toBeCloseTo(1, 9);
});
