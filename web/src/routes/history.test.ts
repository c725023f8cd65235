import type { UntypedVersion } from "@essaim/content";
import { describe, expect, test } from "vitest";
import { published, readingOf } from "../testing/reading.ts";
import { renderPage } from "../testing/render-page.ts";
import Difference from "./difference.astro";
import HistoryPage from "./history.astro";

const paragraph = (text: string) => ({ type: "paragraph", children: [{ type: "text", text }] });
const long = "Ce passage reste comme il était et raconte longuement la vie du centre. ".repeat(12);
const step = (title: string, ...texts: string[]) => ({ title, body: texts.map(paragraph) });

function version(number: number, data: object, note: string | null = null): UntypedVersion {
  const at = `2026-0${number}-01T10:00:00.000Z`;
  const author = number > 1 ? "Nadia Exemple" : null;
  const cards = { "theme/accueil": { labels: { fr: "Accueil", nl: "Onthaal" } } };
  return { number, at, author, note, data: { title: "Essai", summary: "S", ...data }, cards };
}

const versions = [
  version(
    3,
    {
      themes: ["accueil"],
      cost: { max: 500 },
      steps: [
        step("Tenir", "On anime à deux."),
        step("Réunir", `${long}On invite <b>tout</b> le quartier.`),
        step("Choisir", "La salle."),
      ],
      objectives: ["Un vidéo-projecteur", "Du café"],
    },
    "Le coût, et l’ordre des étapes.",
  ),
  version(2, {
    themes: ["parti"],
    cost: { max: 300 },
    steps: [
      step("Réunir", `${long}On invite la moitié du quartier.`),
      step("Choisir", "La salle."),
      step("Tenir", "On anime à deux."),
    ],
    objectives: ["Un vidéoprojecteur"],
  }),
  version(1, {}),
];
const sheet = published({ type: "solution", data: { title: "Essai", summary: "S" } });

const words = (html: string) =>
  html
    .replaceAll(/<(style|script).*?<\/\1>/gs, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/[\s\u00a0\u202f]+/g, " ");
const show = async (target: string, kept = versions, page = HistoryPage) =>
  renderPage(page, target, readingOf([sheet], "fr", {}, kept));
const compare = (pair: string, kept = versions) => show(`/fr/solutions/essai/historique/${pair}/`, kept, Difference);

describe("The history of a sheet", () => {
  test("tells each version with its day, its author and its note, newest first, and leads to what changed", async () => {
    const { html } = await show("/fr/solutions/essai/historique/");
    expect(words(html)).toMatch(
      /Version 3 version actuelle .*1er mars 2026 , par Nadia Exemple Le coût, et l’ordre des étapes\. .*Version 2 .*Pas de note sur ce qui change\. .*Version 1 .*Première version publiée\./,
    );
    expect(html).toContain('href="/fr/solutions/essai/historique/2-3/"');
    expect(html).toContain('<meta name="robots" content="noindex">');
  });

  test("says so where there is one version only, and offers nothing to compare", async () => {
    const { html } = await show("/fr/solutions/essai/historique/", versions.slice(2));
    expect(words(html)).toContain("rien n’a encore changé");
    expect(html).not.toContain('<form class="panel');
  });

  test("two versions chosen in the form lead to their page, older first", async () => {
    const container = await show("/fr/solutions/essai/historique/?de=3&a=1");
    expect(container.status).toBe(302);
    expect((await show("/fr/solutions/essai/historique/?de=x&a=1")).status).toBe(200);
  });

  test("there is none of what isn’t published", async () => {
    expect((await show("/fr/solutions/autre/historique/")).status).toBe(404);
  });
});

describe("What changed between two versions", () => {
  test("is told in words, field by field: moved, replaced, added, removed", async () => {
    const said = words((await compare("2-3")).html);
    expect(said).toContain("Ce qui a changé entre la version 2 et la version 3");
    expect(said).toContain("Le coût, et l’ordre des étapes.");
    expect(said).toMatch(/Déplacé : de la 3e à la 1re position/);
    expect(said).toMatch(/Coût en euros .*Au plus Remplacé Avant 300 Maintenant 500/);
    expect(said).toMatch(/Thèmes .*Retiré, de la 1re position parti \(n’est plus publié\)/);
    expect(said).toMatch(/Ajouté, en 1re position Accueil/);
    expect(said).toMatch(/Objectifs .*Texte modifié/);
  });

  test("marks words that went and came with elements and with words, never with colour alone", async () => {
    const { html } = await compare("2-3");
    expect(html).toMatch(/<del[^>]*><span class="visually-hidden"[^>]*> retiré\s: <\/span>la moitié/);
    expect(html).toMatch(/<ins[^>]*><span class="visually-hidden"[^>]*> ajouté\s: <\/span>/);
    expect(html).not.toContain("<b>tout</b>");
  });

  test("leaves out a long passage that stayed, which can be unfolded", async () => {
    const { html } = await compare("2-3");
    expect(words(html)).toContain("passage inchangé");
    expect(html).toMatch(/<details[^>]*><summary[^>]*>Voir tout le passage/);
  });

  test("says so where both say the same", async () => {
    expect(words((await compare("2-2")).html)).toContain("Ces deux versions disent la même chose.");
  });

  test.each(["2-9", "0-1", "2", "a-b", "1-2-3", "-1-2"])("%s names no two versions", async (pair) => {
    expect((await compare(pair)).status).toBe(404);
  });
});
