import type { Locale } from "@essaim/content";
import { markerOf } from "../query/excerpt.ts";
import { everyFacet, type FacetCounts } from "../query/facet-names.ts";
import { isRanked } from "../query/matched.ts";
import { type HitIdentity, isMostlyUnknown, type SearchAnswer, suggestionOf, toHit } from "../query/search-answer.ts";
import { rankedQuery } from "../ranking/lexicon.ts";
import { byRelevance } from "./by-relevance.ts";
import type { OfflineRequest } from "./choice.ts";
import { findTerms } from "./found-terms.ts";
import { matchedRows } from "./matched-rows.ts";
import { type OpenIndex, openIndex } from "./open-index.ts";
import type { PagefindModule } from "./pagefind-module.ts";

/** Where the indexes are and how to address what is found. */
export interface OfflineClientOptions {
  /** Address of the folder that holds an index for each language, with a slash at the end. */
  readonly base: string;
  readonly urlOf: (hit: HitIdentity) => string;
  /** Loads Pagefind’s code; in browsers, from the index itself. */
  readonly loadModule?: (address: string) => Promise<PagefindModule>;
}

/** Searches without a server. */
export interface OfflineClient {
  search(request: OfflineRequest): Promise<SearchAnswer>;
  /** Loads what a first search needs. */
  warm(locale: Locale): Promise<void>;
}

/** Makes a client; the indexes that it opened and the documents that it read are kept. */
export function createOfflineClient({ base, urlOf, loadModule = importModule }: OfflineClientOptions): OfflineClient {
  const opened = new Map<Locale, Promise<OpenIndex>>();
  const open = (locale: Locale): Promise<OpenIndex> => {
    const known = opened.get(locale);
    if (known !== undefined) return known;
    const opening = openIndex({ base, loadModule }, locale);
    opened.set(locale, opening);
    opening.catch(() => opened.delete(locale));
    return opening;
  };
  return {
    search: async (request) => answer(await open(request.locale), request, urlOf),
    warm: async (locale) => void (await open(locale)),
  };
}

const importModule = (address: string): Promise<PagefindModule> => import(/* @vite-ignore */ address);

async function answer(
  index: OpenIndex,
  request: OfflineRequest,
  urlOf: OfflineClientOptions["urlOf"],
): Promise<SearchAnswer> {
  const began = performance.now();
  const asked = rankedQuery(request.q, index.lexicon);
  const found = await findTerms(index.pagefind, asked.terms, index.lexicon.statistics);
  const query = {
    ...asked,
    terms: asked.terms.map((term) => found.find((each) => each.term.word === term.word)?.term ?? term),
  };
  const finish = (found: Pick<SearchAnswer, "total" | "hits" | "facets" | "isLoose">): SearchAnswer => ({
    engine: "pagefind",
    tookMs: Math.round(performance.now() - began),
    suggestion: suggestionOf(request.q, query.terms),
    ...found,
  });
  // Signs without a letter or a digit name nothing; an empty search shows everything.
  if (query.terms.length === 0 && request.q.trim() !== "")
    return finish({ total: 0, hits: [], facets: everyFacet((): FacetCounts => ({})), isLoose: false });
  const { matched, isLoose } = matchedRows(index.rows, found, request);
  const shown = index.rows.narrow(matched, request);
  const rows = isRanked(request)
    ? await byRelevance(index, query, found, shown)
    : index.rows.ordered(shown, request.sort === "adopted" ? "adopted" : "newest");
  const page = rows.slice(request.offset, request.offset + request.limit);
  const documents = await Promise.all(page.map((row) => index.documents.read(index.rows.pages[row] ?? "")));
  const hitTools = { marker: markerOf(query.terms, request.locale), urlOf };
  return finish({
    total: rows.length,
    hits: documents.map((document) => toHit(document, index.vectorOf(document), hitTools)),
    facets: index.rows.counts(matched, request),
    isLoose: isLoose || (rows.length > 0 && isMostlyUnknown(query.terms)),
  });
}
