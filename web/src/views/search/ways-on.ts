import type { SearchAnswer, SearchRequest } from "@essaim/search";
import { searchForPage } from "../../search/page-search.ts";
import type { FacetLabels } from "./facet-labels.ts";
import type { ActiveFilter } from "./search-facets.ts";
import { changeSearch, isNarrowed, searchQuery, widened } from "./search-query.ts";

/** Another search that finds something, when this one found nothing. */
export interface WayOn {
  readonly kind: "filter" | "filters" | "word" | "theme";
  /** The filter to leave out, the word to search alone, or the theme to look at. */
  readonly label: string;
  readonly query: string;
  readonly total: number;
}

const mostWords = 5;
const mostFilters = 4;
const mostThemes = 3;

/** Tries the search without each filter, without any, and with each of its words alone; what finds nothing either is left out. */
export async function findWaysOn(
  request: SearchRequest,
  active: readonly ActiveFilter[],
  labels: FacetLabels,
): Promise<WayOn[]> {
  const words = [...new Set(request.q.split(/\s+/).filter((word) => word.length > 2))].slice(0, mostWords);
  const tries: { kind: WayOn["kind"]; label: string; request: SearchRequest }[] = [];
  for (const { label, without } of active.slice(0, mostFilters)) {
    tries.push({ kind: "filter", label, request: without });
  }
  if (isNarrowed(request)) tries.push({ kind: "filters", label: "", request: widened(request) });
  if (words.length > 1)
    for (const word of words) tries.push({ kind: "word", label: word, request: { ...widened(request), q: word } });
  const found = await Promise.all(tries.map((one) => countOf(one.request)));
  return tries
    .map(({ kind, label, request: tried }, index) => ({
      kind,
      label,
      query: searchQuery(tried),
      total: found[index] ?? 0,
    }))
    .filter(({ total }) => total > 0)
    .concat(await richestThemes(request, labels));
}

/** The themes with the most sheets, for readers whose words lead nowhere. */
async function richestThemes(request: SearchRequest, labels: FacetLabels): Promise<WayOn[]> {
  const all = changeSearch(widened(request), { q: "" });
  const counts = Object.entries((await answerTo(all))?.facets.theme ?? {});
  return counts
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostThemes)
    .map(([theme, total]) => ({
      kind: "theme",
      label: labels("theme", theme),
      query: searchQuery(changeSearch(all, { theme: [theme] })),
      total,
    }));
}

const countOf = async (request: SearchRequest): Promise<number> => (await answerTo(request))?.total ?? 0;

async function answerTo(request: SearchRequest): Promise<SearchAnswer | undefined> {
  try {
    return await searchForPage({ ...request, limit: 1 });
  } catch {
    // The page has its answer already; a hint that can’t be checked is not given.
    return undefined;
  }
}
