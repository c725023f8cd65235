import { keyOf, type PublishedDocument } from "@essaim/content";
import { expect, test } from "vitest";
import { nothingCounted } from "../content/load.ts";
import { published, readingOf } from "../testing/reading.ts";
import { renderPage } from "../testing/render-page.ts";
import Solution from "./solution.astro";

const key = keyOf("solution", "essai");
const card = {
  documentId: "s",
  uid: "essai",
  type: "solution",
  locale: "fr",
  slug: "essai",
  title: "Essai",
  summary: "S",
};
const paragraph = (text: string) => [{ type: "paragraph", children: [{ type: "text", text }] }];
const adoption = (uid: string, city: string, data: object) =>
  published({
    type: "adoption",
    uid,
    locale: null,
    mentions: [key],
    data: {
      ...{ resource: card, visibility: "all" },
      centre: { documentId: `c-${uid}`, uid: `centre-${uid}`, name: `Centre de ${city}`, kind: "centre-social", city },
      ...data,
    },
  });
const report = (uid: string, data: object) =>
  published({
    type: "report",
    uid: `bilan-${uid}`,
    locale: null,
    mentions: [keyOf("adoption", uid)],
    data: { adoption: { documentId: `adoption-${uid}`, uid, stage: "adopted" }, visibility: "all", ...data },
  });

async function sectionOf(documents: readonly PublishedDocument[], counts = nothingCounted, data: object = {}) {
  const sheet = published({ type: "solution", data: { title: "Essai", summary: "S", ...data } });
  const reading = readingOf([sheet, ...documents], "fr", { [key]: counts });
  const { html } = await renderPage(Solution, "/fr/solutions/essai/", reading);
  const [, section = ""] = /id="adoptions"(.*?)<section class="section" id="identity"/s.exec(html) ?? [];
  return section.replaceAll(/[\u00a0\u202f]/g, " ");
}
const wordsOf = (html: string) => html.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");

test("nobody has taken it up: the page says so and invites", async () => {
  expect(wordsOf(await sectionOf([]))).toContain("Personne ne l’a encore reprise Vous seriez les premiers.");
});

test("centres stand by stage, with the day and what they said, each centre once", async () => {
  const section = wordsOf(
    await sectionOf(
      [
        adoption("a", "Douai", {
          stage: "adopted",
          history: [{ stage: "adopted", on: "2025-10-02", note: "Il revient." }],
        }),
        adoption("b", "Lens", { stage: "running", history: [{ stage: "running", on: "2025-11-13" }] }),
        adoption("c", "Calais", { stage: "stopped", stoppedBecause: "Plus de salle." }),
        adoption("d", "Douai", {
          stage: "interested",
          centre: { documentId: "x", uid: "centre-a", name: "D", kind: "other" },
        }),
      ],
      { ...nothingCounted, running: 1, adopted: 1, stopped: 1 },
    ),
  );
  expect(section).toContain("2 centres s’y sont mis, 1 l’a en place · 1 a arrêté");
  expect(section).toMatch(
    /En place Centre de Douai , Douai, depuis le 2 octobre 2025 Centre social Il revient\..*On essaie Centre de Lens/,
  );
  expect(section).toMatch(/Arrêtée Centre de Calais , Calais Centre social Plus de salle\./);
  expect(section.match(/Centre de Douai/g)).toHaveLength(1);
});

test("a report stands beside what was planned, failures as well as advice", async () => {
  const section = wordsOf(
    await sectionOf(
      [
        adoption("a", "Douai", { stage: "adopted" }),
        report("a", {
          ...{ on: "2025-10-14", audienceReached: 13, preparationDays: 49, cost: 310, wouldRepeat: "with-changes" },
          failed: paragraph("Deux développeurs sur six."),
          advice: paragraph("Un par table."),
        }),
      ],
      { ...nothingCounted, adopted: 1, reported: 1 },
      { preparationDays: 42, cost: { max: 500 } },
    ),
  );
  expect(section).toMatch(
    /Bilan du 14 octobre 2025.*13 personnes.*7 semaines prévu : 6 semaines.*310 € prévu : moins de 500 €/,
  );
  expect(section).toMatch(
    /Oui, mais autrement.*Ce qui n’a pas marché Deux développeurs sur six\. Leur conseil Un par table\./,
  );
  expect(section).not.toContain("Ce qui a changé chez eux");
});

test("an adaptation names its original, and the original its adaptation", async () => {
  const derived = published({
    type: "solution",
    uid: "derivee",
    mentions: [key],
    data: { title: "La dérivée", summary: "S", derivedFrom: { document: card, version: 1 } },
  });
  const cited = published({
    type: "solution",
    uid: "cite",
    mentions: [key],
    data: { title: "Qui cite", summary: "S" },
  });
  const section = await sectionOf([derived, cited], { ...nothingCounted, adaptations: 1 });
  expect(wordsOf(section)).toContain("La dérivée");
  expect(section).not.toContain("Qui cite");
  const { html } = await renderPage(Solution, "/fr/solutions/derivee/", readingOf([derived]));
  expect(wordsOf(html)).toMatch(/Adaptée de Essai/);
});
