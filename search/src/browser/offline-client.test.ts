import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sheetOf } from "../evaluate/sheet.ts";
import { type LoopbackIndex, openLoopbackIndex } from "../offline/loopback-index.ts";
import { parseSearchParams, type SearchRequest } from "../query/search-request.ts";
import { inventedSheets } from "../testing/invented-sheets.ts";

const texts = (title: string, summary: string, text = "") => ({ title, summary, headings: "", names: "", text });

const sheets = [
  {
    ...sheetOf("jardin", texts("Un jardin partagé au pied des tours", "Des habitants cultivent l’îlot."), "fr"),
    theme: ["nature"],
    publishedAt: 1,
  },
  {
    ...sheetOf(
      "velo",
      texts("Réparer son vélo", "Un atelier où l’on répare ensemble.", "Le jardin sert d’atelier. <b>Gras</b>."),
      "fr",
    ),
    theme: ["mobilite"],
    publishedAt: 2,
    adoptions: 3,
    adoptedIn: ["Béthunois", "Val de Sambre"],
  },
  {
    ...sheetOf("cafe", texts("Café des parents", "Un moment chaque mois pour parler d’école."), "fr"),
    theme: ["famille", "nature"],
    publishedAt: 3,
    adoptions: 1,
    adoptedIn: ["Val de Sambre"],
  },
];

let index: LoopbackIndex;
beforeAll(async () => {
  index = await openLoopbackIndex(sheets, "fr");
});
afterAll(() => index.close());

function requestOf(params: URLSearchParams): SearchRequest {
  const parsed = parseSearchParams(params, "fr");
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.request;
}

const ask = (query: string) => index.client.search(requestOf(new URLSearchParams(query)));
const found = async (query: string) => (await ask(query)).hits.map(({ uid }) => uid);

describe("A search without a server", () => {
  it("finds what any word of a question is about, the best answer first", async () => {
    expect(await found("q=Comment faire un jardin avec les habitants ?")).toEqual(["jardin", "velo"]);
  });

  it("understands words without accents, cut words, other forms and slips of the pen", async () => {
    expect(await found("q=reparer")).toEqual(["velo"]);
    expect(await found("q=jardi")).toEqual(["jardin", "velo"]);
    expect(await found("q=cultiver")).toEqual(["jardin"]);
    const slip = await ask("q=jardinn partagé");
    expect(slip.hits[0]?.uid).toBe("jardin");
    expect(slip.suggestion).toBe("jardin partagé");
  });

  it("relaxes a question that no sheet answers in all its words, and finds nothing for unknown ones", async () => {
    expect((await ask("q=jardin école parents musique orchestre")).hits.map(({ uid }) => uid)).toContain("cafe");
    expect(await ask("q=xylophone")).toMatchObject({ total: 0, hits: [], engine: "pagefind" });
    expect(await ask("q=?!")).toMatchObject({ total: 0, hits: [] });
  });

  it("marks words in the text as it is written, and no markup of it comes alive", async () => {
    const [, velo] = (await ask("q=jardin gras")).hits.toSorted((a, b) => (a.uid < b.uid ? -1 : 1));
    expect(velo?.highlight).toContain("<mark>jardin</mark>");
    expect(velo?.highlight).toContain("&lt;b&gt;");
    const [jardin] = (await ask("q=partage")).hits;
    expect(jardin?.titleHighlights).toContainEqual({ text: "partagé", hit: true });
  });

  it("narrows by facets, and counts what else could be chosen", async () => {
    const answer = await ask("theme=nature");
    expect(answer.hits.map(({ uid }) => uid)).toEqual(["cafe", "jardin"]);
    expect(answer.facets.theme).toEqual({ nature: 2, famille: 1, mobilite: 1 });
    expect(await found("q=jardin&theme=mobilite")).toEqual(["velo"]);
    expect(await found("theme=nature&type=kit")).toEqual([]);
  });

  it("narrows to what was taken up in a territory", async () => {
    const answer = await ask("adoptedIn=Béthunois");
    expect(answer.hits.map(({ uid }) => uid)).toEqual(["velo"]);
    expect(answer.facets.adoptedIn).toEqual({ "Val de Sambre": 2, Béthunois: 1 });
    expect(await found("adoptedIn=Val de Sambre&q=jardin")).toEqual(["velo"]);
  });

  it("shows everything by date or adoption, page by page", async () => {
    expect(await found("")).toEqual(["cafe", "velo", "jardin"]);
    expect(await found("sort=adopted")).toEqual(["velo", "cafe", "jardin"]);
    expect(await found("limit=1&offset=1")).toEqual(["velo"]);
    expect(await found("offset=50")).toEqual([]);
  });
});

describe("A first search of a large library", () => {
  const searches = ["Comment faire venir les jeunes du quartier ?", "jardin partagé", "reduire le chauffage l’hiver"];
  /** What a static host sends beside the index: our own code, packed. */
  const ownCode = 20_000;

  it("of 1,000 sheets takes no more than 300 kB over the network", { timeout: 120_000 }, async () => {
    const large = await openLoopbackIndex(inventedSheets(1_000), "fr");
    for (const q of searches) {
      const before = large.sent();
      const answer = await large.open().search(requestOf(new URLSearchParams({ q })));
      expect(answer.hits.length).toBeGreaterThan(5);
      expect(large.sent() - before + ownCode).toBeLessThan(300_000);
    }
    await large.close();
  });
});
