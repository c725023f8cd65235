import fc from "fast-check";
import { expect, test } from "vitest";
import { drawMotif, motifFrames } from "./motif.ts";
import { motifFactsOf, schemeOf } from "./motif-facts.ts";

const seeds = fc.string({ minLength: 1, maxLength: 40 });
const drawn = (parts: ReturnType<typeof drawMotif>, part: string) => parts.find((path) => path.part === part)?.d ?? "";

test("a document always has the same drawing", () => {
  fc.assert(
    fc.property(seeds, fc.nat(12), (seed, clusters) => {
      expect(drawMotif({ seed, clusters }, motifFrames.card)).toEqual(drawMotif({ seed, clusters }, motifFrames.card));
    }),
  );
});

test("two documents have two drawings", () => {
  const [one, other] = ["cafe-tablette", "accueil-en-images"].map((seed) =>
    drawMotif({ seed, clusters: 3 }, motifFrames.card),
  );
  expect(one).not.toEqual(other);
});

test("the core has as many dots as its frame says, and no coordinate is missing", () => {
  fc.assert(
    fc.property(seeds, fc.nat(12), (seed, clusters) => {
      const parts = drawMotif({ seed, clusters }, motifFrames.card);
      const dots = ["core", "body", "edge"].map((part) => drawn(parts, part)).join("");
      expect(dots.match(/h0/g)).toHaveLength(motifFrames.card.dots);
      for (const { d } of parts) expect(d).not.toMatch(/NaN|Infinity|undefined/);
    }),
  );
});

test("an idea that nobody has tried has scouts and no cluster; a ripe one has clusters", () => {
  const idea = drawMotif(motifFactsOf({ type: "solution", uid: "x", maturity: "idea" }), motifFrames.card);
  const ripe = drawMotif(motifFactsOf({ type: "solution", uid: "x", maturity: "replicated" }), motifFrames.card);
  expect(drawn(idea, "cluster")).toBe("");
  expect(drawn(idea, "thread")).not.toBe("");
  expect(drawn(ripe, "cluster")).not.toBe("");
});

test("guides and kits are told apart by their ground", () => {
  expect(schemeOf({ type: "guide", uid: "x" })).not.toBe(schemeOf({ type: "kit", uid: "x" }));
});
