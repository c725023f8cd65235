import { type AdoptionCounts, type Key, keyOf, type Locale } from "@essaim/content";
import type { Hit, SearchAnswer, SearchRequest } from "@essaim/search";
import type { Reading } from "../../content/reading.ts";
import { translatorOf } from "../../i18n/translator.ts";
import { typeset } from "../../i18n/typography.ts";
import { searchForPage } from "../../search/page-search.ts";
import { runSearch } from "../../search/run-search.ts";
import { type PageHead, sectionPlaces } from "../page-head.ts";
import { readFacetLabels } from "./facet-labels.ts";
import { type ActiveFilter, activeFilters, type FacetView, facetViews } from "./search-facets.ts";
import { changeSearch, lastPage, searchQuery } from "./search-query.ts";
import { findWaysOn, type WayOn } from "./ways-on.ts";

/** What the search page shows. */
export interface SearchPage {
  /** `refused`: the address makes no sense; `unavailable`: the search server doesn't answer. */
  readonly state: "answered" | "refused" | "unavailable";
  /** Why the search was refused, where readers can do something about it. */
  readonly reason?: string | undefined;
  readonly query: string;
  readonly sort: SearchRequest["sort"];
  readonly total: number;
  readonly hits: readonly Hit[];
  /** How far each has spread. */
  readonly spread: ReadonlyMap<Key, AdoptionCounts>;
  readonly facets: readonly FacetView[];
  /** The query as it was understood, when no page has what was typed. */
  readonly suggestion: string | null;
  /** Nothing has enough of the words: these are the nearest. */
  readonly isLoose: boolean;
  /** The search server gave no answer: the offline index did. */
  readonly isFallback: boolean;
  readonly active: readonly ActiveFilter[];
  /** What to try when nothing was found. */
  readonly waysOn: readonly WayOn[];
  readonly page: number;
  readonly pages: number;
  /** Query of another page of the same search. */
  readonly queryOfPage: (page: number) => string;
}

/** Searches as the page’s address asks. */
export async function readSearchPage({ locals, url }: { locals: Reading; url: URL }): Promise<SearchPage> {
  const outcome = await runSearch(url.searchParams, locals.locale, searchUpToEnd);
  if (outcome.state === "refused") {
    const reason = outcome.error.code === "too_long" ? typeset(outcome.error.message, locals.locale) : undefined;
    return { ...nothingFound("refused", url.searchParams.get("q") ?? ""), reason };
  }
  if (outcome.state === "unavailable") return nothingFound("unavailable", outcome.request.q);
  const { answer } = outcome;
  const request = lastPage(outcome.request, answer.total) ?? outcome.request;
  const resources = answer.hits.filter(({ type }) => type !== "centre");
  const [labels, spread] = await Promise.all([
    readFacetLabels(locals),
    locals.adoptionCounts(resources.map(({ type, uid }) => keyOf(type, uid))),
  ]);
  const active = activeFilters(request, labels, locals.locale);
  return {
    state: "answered",
    query: request.q.trim(),
    sort: request.sort,
    total: answer.total,
    hits: answer.hits.map((hit) => typeset(hit, hit.locale)),
    spread,
    facets: facetViews(request, answer, labels, locals.locale),
    suggestion: answer.total > 0 ? answer.suggestion : null,
    isLoose: answer.isLoose,
    isFallback: answer.engine === "pagefind",
    active,
    waysOn: answer.total === 0 ? await findWaysOn(request, active, labels) : [],
    page: Math.floor(request.offset / request.limit) + 1,
    pages: Math.ceil(answer.total / request.limit),
    queryOfPage: (page) => searchQuery(changeSearch(request, { offset: (page - 1) * request.limit })),
  };
}

/** Searches; results become fewer while addresses of their pages are kept: what lies behind the last page is answered with it. */
async function searchUpToEnd(request: SearchRequest): Promise<SearchAnswer> {
  const answer = await searchForPage(request);
  const last = lastPage(request, answer.total);
  return last ? await searchForPage(last) : answer;
}

/** A page without results. */
export const nothingFound = (state: SearchPage["state"], query: string): SearchPage => ({
  ...{
    state,
    query,
    sort: "relevance",
    total: 0,
    hits: [],
    spread: new Map(),
    facets: [],
    suggestion: null,
    isLoose: false,
    isFallback: false,
    active: [],
    waysOn: [],
    page: 1,
    pages: 0,
  },
  queryOfPage: () => "",
});

/** Head of the search page. */
export function searchHead(page: SearchPage, locale: Locale, search: string): PageHead {
  const t = translatorOf(locale);
  return {
    title: page.query === "" ? t("search.title") : `${page.query} – ${t("nav.search")}`,
    description: t("search.title"),
    places: sectionPlaces("search", locale, search),
    section: "search",
    unlisted: true,
  };
}
