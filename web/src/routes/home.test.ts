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

test("a portal with nothing in it still says what it is for, and claims nothing", async () => {
  const { status, html } = await renderPage(Home, "/fr/", readingOf([]));
  expect(status).toBe(200);
  expect(html).toContain("Ce qui marche dans un centre peut servir au vôtre.");
  for (const id of ["origin", "take-up", "news", "method"]) expect(html).not.toContain(`id="${id}"`);
});
