import type { PublishedDocument } from "@essaim/content";
import { expect, test } from "vitest";
import type { ListQuery } from "../content/load.ts";
import type { Reading } from "../content/reading.ts";
import { published, readingOf } from "../testing/reading.ts";
import { renderPage } from "../testing/render-page.ts";
import Solutions from "./solutions.astro";

const sheets = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    published({ type: "solution", uid: `fiche-${index}`, data: { title: `Fiche ${index}`, summary: "S" } }),
  );
const theme = (uid: string, label: string) =>
  published({ type: "theme", uid, locale: null, data: { labels: { fr: label } } });

/** A portal whose lists keep what `keeps` says and count as `facets` says. */
function portal(
  documents: readonly PublishedDocument[],
  facets: Record<string, number>,
  keeps: (query: ListQuery) => boolean = () => true,
): Reading {
  const reading = readingOf(documents);
  return {
    ...reading,
    list: async (type, query) => {
      const { items } = await reading.list(type, query);
      const kept = type === "solution" && !keeps(query) ? [] : items;
      const start = query.offset ?? 0;
      return { items: kept.slice(start, start + (query.limit ?? 24)), total: kept.length, facets };
    },
  };
}

const render = async (query: string, reading: Reading) =>
  (await renderPage(Solutions, `/fr/solutions/${query}`, reading)).html.replaceAll(/[\u00a0\u202f]/g, " ");

test("a list of one thing has nothing to filter or sort", async () => {
  const html = await render("", portal([...sheets(1), theme("a", "Accueil")], { all: 1, "theme/a": 1 }));
  expect(html).not.toContain("<select");
});

test("filters that keep everything or nothing are not offered; the others say how many they keep", async () => {
  const documents = [...sheets(3), theme("a", "Accueil"), theme("b", "Bien"), theme("c", "Culture")];
  const html = await render("", portal(documents, { all: 3, "theme/a": 2, "theme/b": 1, "maturity/tested": 3 }));
  expect(html).toContain("Accueil (2)");
  expect(html).toContain("Bien (1)");
  expect(html).not.toContain("Culture");
  expect(html).not.toContain('name="maturity"');
  expect(html).toContain('name="sort"');
});

test("each filter in force can be taken away, and the others stay", async () => {
  const documents = [...sheets(2), theme("a", "Accueil")];
  const html = await render("?theme=a&cost=100&sort=quick", portal(documents, { all: 2, "theme/a": 1 }));
  expect(html).toMatch(/href="\/fr\/solutions\/\?cost=100&amp;sort=quick"[^>]*>.*?Thème : Accueil/s);
  expect(html).toMatch(/href="\/fr\/solutions\/\?theme=a&amp;sort=quick"[^>]*>.*?Coût : 100 € au plus/s);
});

test("when nothing is left, the page says which filter to drop and what comes back", async () => {
  const documents = [...sheets(2), theme("a", "Accueil")];
  const keeps = ({ theme: wanted }: ListQuery) => wanted === undefined;
  const html = await render("?theme=a&maturity=idea", portal(documents, { all: 2, "theme/a": 1 }, keeps));
  expect(html).toContain("Rien avec ces filtres");
  expect(html).toMatch(/<a href="\/fr\/solutions\/\?maturity=idea"[^>]*>Enlever « Accueil »<\/a> \(2 résultats\)/);
  expect(html).not.toContain("Enlever « Idée »");
  expect(html).not.toContain('name="sort"');
});

test("when dropping one filter isn’t enough, the page says which to keep", async () => {
  const documents = [...sheets(2), theme("a", "Accueil")];
  const keeps = ({ maturity, maxCost }: ListQuery) => maturity === undefined && maxCost === undefined;
  const html = await render("?theme=a&maturity=idea&cost=0", portal(documents, { all: 2, "theme/a": 1 }, keeps));
  expect(html).toMatch(/<a href="\/fr\/solutions\/\?theme=a"[^>]*>Garder seulement « Accueil »<\/a> \(2 résultats\)/);
  expect(html).not.toContain("Enlever «");
});

test("an address kept from when the list was longer leads to its last page", async () => {
  const html = await render("?page=9", portal(sheets(30), { all: 30 }));
  expect(html).toContain("Fiche 29");
  expect(html).not.toContain("Rien encore ici");
});
