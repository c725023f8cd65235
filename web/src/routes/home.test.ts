import { expect, test } from "vitest";
import { published, readingOf } from "../testing/reading.ts";
import { renderPage } from "../testing/render-page.ts";
import Home from "./home.astro";

const sheet = (uid: string, data: object) =>
  published({ type: "solution", uid, data: { title: uid, summary: "Résumé.", ...data } });

test("the project told on the home page is a real one, with its own figures", async () => {
  const documents = [
    sheet("invente", { isExample: true, results: [{ label: "inventions", value: 99 }] }),
    sheet("reel", {
      results: [
        { label: "centres", value: 8 },
        { label: "participations", value: 2500, moreThan: true },
      ],
    }),
  ];
  const { html } = await renderPage(Home, "/fr/", readingOf(documents));
  const [, told = ""] = /id="origin"(.*?)<\/section>/s.exec(html) ?? [];
  expect(told).toContain("/fr/solutions/reel/");
  expect(told).toContain("2\u202f500");
  expect(told).not.toContain("99");
});

test("news are what happened, newest first, each with its day, and no kind is hidden by another", async () => {
  const resource = (uid: string) => ({
    documentId: "r",
    uid,
    type: "solution",
    locale: "fr",
    slug: uid,
    title: uid,
    summary: "S",
  });
  const centre = { documentId: "c", uid: "escale", name: "L’Escale", kind: "centre-social", city: "Douai" };
  const adoption = (uid: string, stage: string, on: string) =>
    published({
      type: "adoption",
      uid,
      locale: null,
      data: { resource: resource("fiche-0"), centre, stage, history: [{ stage, on }], visibility: "all" },
    });
  const documents = [
    ...Array.from({ length: 8 }, (_, index) => sheet(`fiche-${index}`, {})),
    adoption("place", "adopted", "2025-10-02"),
    adoption("reperee", "interested", "2025-12-24"),
    published({
      type: "report",
      uid: "bilan",
      locale: null,
      data: {
        adoption: { documentId: "adoption-place", uid: "place", stage: "adopted" },
        on: "2025-10-14",
        visibility: "all",
      },
    }),
  ];
  const { html } = await renderPage(Home, "/fr/", readingOf(documents));
  const [, news = ""] = /id="news"(.*?)<\/section>/s.exec(html) ?? [];
  const plain = news.replaceAll(/[\u00a0\u202f]/g, " ");
  const dates = [...news.matchAll(/datetime="(\d{4}-\d\d-\d\d)/g)].map(([, day]) => day);
  expect(dates).toEqual(["2025-12-09", "2025-12-09", "2025-12-09", "2025-12-09", "2025-10-14", "2025-10-02"]);
  expect(plain).toContain("L’Escale, Douai : c’est en place");
  expect(plain).toMatch(/href="\/fr\/solutions\/fiche-0\/#bilan-bilan"[^>]*>L’Escale, Douai : un bilan à lire/);
});

test("a portal with nothing in it still says what it is for, and claims nothing", async () => {
  const { status, html } = await renderPage(Home, "/fr/", readingOf([]));
  expect(status).toBe(200);
  expect(html).toContain("Ce qui marche dans un centre peut servir au vôtre.");
  for (const id of ["origin", "take-up", "news"]) expect(html).not.toContain(`id="${id}"`);
});
