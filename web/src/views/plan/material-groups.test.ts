import { expect, test } from "vitest";
import { materialGroups } from "./material-groups.ts";

test("what several lines name in brackets is a group of its own, shown without it and ticked under the same words", () => {
  const materials = ["Une cafetière", "2\u00a0× feutres (Premiers pas)", "Tables (pliantes)", "Affiche (Premiers pas)"];
  expect(materialGroups(materials)).toEqual([
    {
      ticks: [
        { index: 0, item: "Une cafetière", label: "Une cafetière" },
        { index: 2, item: "Tables (pliantes)", label: "Tables (pliantes)" },
      ],
    },
    {
      kit: "Premiers pas",
      ticks: [
        { index: 1, item: "2\u00a0× feutres (Premiers pas)", label: "2\u00a0× feutres" },
        { index: 3, item: "Affiche (Premiers pas)", label: "Affiche" },
      ],
    },
  ]);
});

test("a plan without materials has no groups", () => expect(materialGroups([])).toEqual([]));
