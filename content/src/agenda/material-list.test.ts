import { expect, it } from "vitest";
import { groupCount, materialList } from "./material-list.ts";

const agenda = [
  {
    title: "Ce qui nous bloque",
    groupOf: 3,
    materials: [
      { name: "Feuilles A4", quantity: 10, per: "group" },
      { name: "Feutres", quantity: 3, per: "group", reusable: true },
    ],
  },
  {
    title: "Choisir ensemble",
    groupOf: 3,
    materials: [
      { name: "feutres", quantity: 2, per: "group", reusable: true },
      { name: "Gommettes", quantity: 3, per: "person" },
      { name: "Feuilles A4", quantity: 2, per: "fixed" },
      { name: "Musique" },
    ],
  },
];

it("multiplies by people or groups, adds what is used up and counts reusable things once", () => {
  expect(materialList(agenda, 12)).toEqual([
    { name: "Feuilles A4", quantity: 42, moments: ["Ce qui nous bloque", "Choisir ensemble"] },
    { name: "Feutres", quantity: 12, moments: ["Ce qui nous bloque", "Choisir ensemble"] },
    { name: "Gommettes", quantity: 36, moments: ["Choisir ensemble"] },
    { name: "Musique", quantity: undefined, moments: ["Choisir ensemble"] },
  ]);
});

it("makes at least one group, of the size nearest to the one asked for", () => {
  expect([1, 2, 10, 11, 12].map((people) => groupCount(people, 3))).toEqual([1, 1, 3, 4, 4]);
});
