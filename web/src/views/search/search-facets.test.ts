import { type Facet, type FacetCounts, facets, type SearchRequest, searchRequestSchema } from "@essaim/search";
import { describe, expect, test } from "vitest";
import { published, readingOf } from "../../testing/reading.ts";
import { readFacetLabels } from "./facet-labels.ts";
import { activeFilters, facetViews } from "./search-facets.ts";

const labels = await readFacetLabels(
  readingOf([published({ type: "theme", uid: "accueil", locale: null, data: { labels: { fr: "Accueil" } } })]),
);
const requestOf = (asked: Partial<SearchRequest>) => searchRequestSchema.parse(asked);
const countsOf = (counted: Partial<Record<Facet, FacetCounts>>) =>
  ({ ...Object.fromEntries(facets.map((facet) => [facet, {}])), ...counted }) as Record<Facet, FacetCounts>;
const views = (asked: Partial<SearchRequest>, counted: Partial<Record<Facet, FacetCounts>>) =>
  facetViews(requestOf(asked), { facets: countsOf(counted), total: 100 }, labels, "fr");

describe("The facet of what was taken up nearby", () => {
  test("goes by the alphabet, so that readers find their own territory among many, the rare ones too", () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, rank) => [`Pays ${100 + rank}`, 50 - rank]));
    const [view] = views({}, { adoptedIn: { Yvetot: 60, ...many, Élan: 1, Douaisis: 2 } });
    const names = view?.values.map(({ label }) => label) ?? [];
    expect(names.slice(0, 3)).toEqual(["Douaisis", "Élan", "Pays 100"]);
    expect(names).toHaveLength(43);
    expect(names.at(-1)).toBe("Yvetot");
  });

  test("can’t be taken for where a sheet comes from, in its title or among the filters in force", () => {
    const asked = { territory: ["Douaisis"], adoptedIn: ["Douaisis"], theme: ["accueil"] };
    const shown = views(asked, { territory: { Douaisis: 3 }, adoptedIn: { Douaisis: 2 } });
    const titles = shown.filter(({ facet }) => facet !== "theme").map(({ title }) => title);
    expect(new Set(titles)).toEqual(new Set(["Territoire d’origine", "Repris près de chez vous"]));
    expect(activeFilters(requestOf(asked), labels, "fr").map(({ label, query }) => [label, query])).toEqual([
      ["Accueil", "?territory=Douaisis&adoptedIn=Douaisis"],
      ["Repris près de chez vous\u00a0: Douaisis", "?theme=accueil&territory=Douaisis"],
      ["Territoire d’origine\u00a0: Douaisis", "?theme=accueil&adoptedIn=Douaisis"],
    ]);
  });

  test("keeps a territory that was chosen and where nothing is found", () => {
    const [view] = views({ adoptedIn: ["Nulle part"] }, {});
    expect(view).toMatchObject({ facet: "adoptedIn", values: [{ value: "Nulle part", count: 0, chosen: true }] });
  });
});

test("other facets begin with what is most frequent, and show twelve values", () => {
  const counts = Object.fromEntries(Array.from({ length: 20 }, (_, rank) => [`outil-${rank}`, rank + 1]));
  const [view] = views({}, { tool: counts });
  expect(view?.values.map(({ count }) => count)).toEqual([20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9]);
});
