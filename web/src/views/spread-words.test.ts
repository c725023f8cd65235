import type { AdoptionCounts } from "@essaim/content";
import { expect, test } from "vitest";
import { nothingCounted } from "../content/load.ts";
import { describeSpread, recountSpread } from "./spread-words.ts";

const counted = (counts: Partial<AdoptionCounts>): AdoptionCounts => ({ ...nothingCounted, ...counts });

test.each([
  [{ preparing: 2, running: 1, adopted: 1 }, "4 centres s’y sont mis, 1 l’a en place"],
  [{ preparing: 1, adopted: 2 }, "3 centres s’y sont mis, 2 l’ont en place"],
  [{ preparing: 3, running: 1 }, "4 centres s’y sont mis, aucun ne l’a encore en place"],
  [{ preparing: 1 }, "1 centre s’y est mis, pas encore en place"],
  [{ adopted: 1 }, "1 centre l’a en place"],
  [{ adopted: 4, stopped: 2 }, "4 centres l’ont en place"],
  [{ stopped: 2, interested: 3 }, undefined],
])("%j is said « %s »", (counts, words) => {
  expect(describeSpread(counted(counts), "fr")).toBe(words);
});

test("each language says the same", () => {
  const spread = counted({ preparing: 3, adopted: 1 });
  expect(describeSpread(spread, "en")).toBe("4 centres have started, 1 has it in place");
  expect(describeSpread(spread, "nl")).toBe("4 centra zijn ermee begonnen, 1 heeft het in gebruik");
  expect(describeSpread(counted({ running: 2 }), "en")).toBe("2 centres have started, none has it in place yet");
  expect(describeSpread(counted({ running: 1 }), "nl")).toBe("1 centrum is ermee begonnen, nog niet in gebruik");
});

test("centres that stopped or told of it are counted apart", () => {
  expect(recountSpread(counted({ running: 1, adopted: 1, reported: 1, stopped: 1 }), "solution", "fr")).toEqual([
    "2 centres s’y sont mis, 1 l’a en place",
    "1 l’a racontée",
    "1 a arrêté",
  ]);
  expect(recountSpread(nothingCounted, "kit", "fr")).toEqual([]);
});
