import fc from "fast-check";
import { expect, test } from "vitest";
import { nothingCounted } from "../../content/load.ts";
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

test("what nobody has taken up has scouts and no cluster", () => {
  for (const facts of [
    motifFactsOf({ uid: "x" }),
    motifFactsOf({ uid: "x", spread: { ...nothingCounted, interested: 3, stopped: 1 } }),
  ]) {
    const idea = drawMotif(facts, motifFrames.card);
    expect(drawn(idea, "cluster")).toBe("");
    expect(drawn(idea, "thread")).not.toBe("");
  }
});

test("there is a cluster for each centre that took it up, with an accent for each adaptation", () => {
  const spread = { ...nothingCounted, preparing: 1, running: 2, adopted: 1, adaptations: 2 };
  expect(motifFactsOf({ uid: "x", spread })).toEqual({ seed: "x", clusters: 4, accents: 2 });
  expect(motifFactsOf({ uid: "x", spread: { ...nothingCounted, adaptations: 1 } })).toMatchObject({ clusters: 1 });
  const drawing = drawMotif(motifFactsOf({ uid: "x", spread }), motifFrames.card);
  expect(drawn(drawing, "cluster")).not.toBe("");
  expect(drawn(drawing, "accent")).not.toBe("");
});

test("guides and kits are told apart by their ground", () => {
  expect(schemeOf({ type: "guide", uid: "x" })).not.toBe(schemeOf({ type: "kit", uid: "x" }));
});
