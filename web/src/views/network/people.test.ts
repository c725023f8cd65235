import { expect, test } from "vitest";
import type { Position } from "../../components/network/map/position.ts";
import { published } from "../../testing/reading.ts";
import { findHelpers, initialsOf, toHelpers } from "./people.ts";

const centre = (uid: string, coordinates?: Position) => ({
  ...{ documentId: uid, uid, name: uid, kind: "centre-social", city: uid },
  ...(coordinates && { coordinates }),
});
const person = (uid: string, data: object = {}) =>
  published({ type: "person", uid, locale: null, data: { name: uid, listed: true, ...data } });
const namesOf = (found: readonly { name: string }[]) => found.map(({ name }) => name);
const helpers = toHelpers(
  [
    person("Samir", {
      offers: ["Trier un lot d’ordinateurs"],
      skills: ["Réparateur de téléphones"],
      centre: centre("Lens", [2.83, 50.43]),
    }),
    person("Amina", { skills: ["Former des bénévoles"], languages: ["arabe"], centre: centre("Arras", [2.78, 50.29]) }),
    person("Zoé", {
      tools: [{ documentId: "t", uid: "umap", labels: { fr: "uMap" } }],
      centre: centre("Calais", [1.86, 50.95]),
    }),
    person("Caché", { listed: false, skills: ["Réparer"] }),
    person("Muet", { listed: undefined }),
  ],
  "fr",
);

test("who did not agree to be shown is nowhere", () => {
  expect(namesOf(helpers)).toEqual(["Amina", "Samir", "Zoé"]);
});

test.each([
  ["réparer", ["Samir"]],
  ["REPARER un téléphone", ["Samir"]],
  ["bénévole", ["Amina"]],
  ["umap", ["Zoé"]],
  ["arabe", ["Amina"]],
  ["réparer bénévole", []],
  ["des", ["Amina", "Samir", "Zoé"]],
  ["", ["Amina", "Samir", "Zoé"]],
  ["<script>", []],
])("« %s » is answered by %j", (need, names) => {
  expect(namesOf(findHelpers(helpers, { need, near: undefined }))).toEqual(names);
});

test("near a town, the nearest come first and who is far away is left out", () => {
  const found = findHelpers(helpers, { need: "", near: [2.8, 50.38] });
  expect(namesOf(found)).toEqual(["Samir", "Amina"]);
  expect(found[0]?.away).toBeCloseTo(6, 0);
});

test("someone whose centre has no position is found, but not near a town", () => {
  const [nomad] = toHelpers([person("Nomade", { centre: centre("Nulle-part") })], "fr");
  expect(nomad && findHelpers([nomad], { need: "", near: [2.8, 50.4] })).toEqual([]);
  expect(nomad && findHelpers([nomad], { need: "", near: undefined })).toHaveLength(1);
});

test.each([
  ["Marie-Claude Lefebvre", "ML"],
  ["éloïse", "É"],
  ["  Jean  de la  Rue ", "JR"],
  ["🐝", ""],
  ["سامية حداد", "سح"],
])("initials of %j", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
