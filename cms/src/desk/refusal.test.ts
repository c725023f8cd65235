import { contentType, type TypeName } from "@essaim/content";
import { describe, expect, test } from "vitest";
import { refusalsOf } from "./refusal.ts";

const sheet = { title: "Titre", slug: "titre", summary: "En bref" };

/** What the desk says of the first thing that is wrong. */
function said(name: TypeName, entry: object): string {
  const type = contentType(name);
  const parsed = type.stored.safeParse(entry, { reportInput: true });
  const [first] = refusalsOf(type, parsed.error?.issues ?? []);
  return first ? `${first.place}\u00a0: ${first.message}`.replaceAll(/[\u00a0\u202f]/g, " ") : "";
}

describe("What keeps an entry from being published is said in French, by the labels of the form", () => {
  test.each<[string, TypeName, object]>([
    ["« En bref » : champ obligatoire", "solution", { title: "Titre", slug: "titre" }],
    ["« Titre » : au plus 200 caractères", "solution", { ...sheet, title: "a".repeat(201) }],
    ["« Titre » : il n’y a que des espaces ou des caractères invisibles", "solution", { ...sheet, title: " \u200b " }],
    [
      "« Étapes » 2, « Quand » : une année, un mois ou un jour (2017, 2017-02, 2017-02-01) ou un intervalle (2017-03/2017-06, 2017-07/..)",
      "solution",
      { ...sheet, steps: [{ title: "Un" }, { title: "Deux", when: "au printemps" }] },
    ],
    [
      "« Fin » : ne peut pas être avant ou au-dessous de « Début »",
      "solution",
      { ...sheet, startDate: "2021-01-02", endDate: "2021-01-01" },
    ],
    [
      "« Coût en euros », « À » : ne peut pas être avant ou au-dessous de « De »",
      "solution",
      { ...sheet, cost: { min: 2, max: 1 } },
    ],
    ["« Jours de préparation » : au plus 3 650", "solution", { ...sheet, preparationDays: 4000 }],
    [
      "« Maturité » : au choix : Idée, Prototype, Testée par un centre, Répliquée ailleurs",
      "solution",
      { ...sheet, maturity: "vieille" },
    ],
    [
      "« Licence » : une licence SPDX est attendue, telle que CC-BY-SA-4.0",
      "solution",
      { ...sheet, licence: "libre !" },
    ],
    [
      "« Liens utiles » 1, « Adresse » : une adresse complète est attendue, qui commence par https://",
      "solution",
      { ...sheet, links: [{ title: "Lien", url: "exemple.fr" }] },
    ],
    ["« Heure de début » : une heure telle que 14:30 est attendue", "kit", { ...sheet, startTime: "14h30" }],
    [
      "« Déroulé » 1, « Minutes » : champ obligatoire",
      "kit",
      { ...sheet, agenda: [{ title: "Accueil", kind: "welcome" }] },
    ],
    [
      "« Objectifs » 1 : une seule ligne, sans espace au début ni à la fin",
      "solution",
      { ...sheet, objectives: [" a "] },
    ],
  ])("%s", (expected, name, entry) => {
    expect(said(name, entry)).toBe(expected);
  });

  test("a photo without words names what to do", () => {
    const file = {
      hash: "a".repeat(64),
      ext: "png",
      mime: "image/png",
      name: "photo.png",
      size: 10,
      width: 1,
      height: 1,
    };
    expect(said("solution", { ...sheet, cover: { file } })).toBe(
      "« Photo de couverture », « Ce que montre la photo » : dites ce que montre la photo, ou cochez « Décorative »",
    );
  });
});
