import { LRUCache } from "lru-cache";
import type { Meilisearch } from "meilisearch";
import { connect, type EngineAddress } from "../indexes/connection.ts";
import { type Cursor, readCursor } from "../indexes/cursor.ts";
import type { DocumentVector } from "../ranking/document-vector.ts";
import { inOrder } from "../ranking/in-order.ts";
import { rankedQuery } from "../ranking/lexicon.ts";
import type { RankedQuery } from "../ranking/score.ts";
import type { Statistics } from "../ranking/statistics.ts";
import { engineCalls } from "./engine-calls.ts";
import { type Candidates, type DocumentState, EngineSearch } from "./engine-search.ts";
import { markerOf } from "./excerpt.ts";
import { everyFacet, type FacetCounts } from "./facet-names.ts";
import { filterOf } from "./facets.ts";
import { KeptDocuments } from "./kept-documents.ts";
import { KeptVectors } from "./kept-vectors.ts";
import { Lexicons } from "./lexicons.ts";
import { likeliestFilter } from "./likeliest.ts";
import { isRanked, matchedFilter, type Strictness, strictnessSteps } from "./matched.ts";
import { type HitIdentity, isMostlyUnknown, type SearchAnswer, suggestionOf, toHit } from "./search-answer.ts";
import { type SearchRequest, selectionOf } from "./search-request.ts";

/** The engine can't be reached, takes too long or isn't ready. */
export class SearchUnavailable extends Error {
  override readonly name = "SearchUnavailable";
}

/** State of the engine; the cursor tells up to which row of which feed the indexes are exact. */
export interface EngineHealth {
  readonly engine: "up" | "down";
  readonly cursor: Pick<Cursor, "feed" | "seq"> | null;
}

/** Searches for readers. */
export interface SearchClient {
  /** Throws `SearchUnavailable`. */
  search(request: SearchRequest): Promise<SearchAnswer>;
  /** Never throws. */
  health(): Promise<EngineHealth>;
}

/** How to reach the engine and how to address what it finds. */
export interface SearchClientOptions extends EngineAddress {
  /** Longest wait for an answer of the engine, in milliseconds; a search takes two or three. */
  readonly timeoutMs: number;
  readonly urlOf: (hit: HitIdentity) => string;
}

/** Makes a client; its connections, lexicons and the documents last seen are kept between searches. */
export function createSearchClient({ timeoutMs, urlOf, ...address }: SearchClientOptions): SearchClient {
  const engine = connect(address, timeoutMs);
  const call = engineCalls(address, timeoutMs);
  const tools = {
    engine: new EngineSearch(call),
    lexicons: new Lexicons(engine),
    kept: new KeptDocuments(call),
    vectors: new KeptVectors(call),
    selected: new LRUCache<string, number>({ max: mostSelections }),
    urlOf,
  };
  return {
    async search(request) {
      try {
        return await answer(tools, request);
      } catch (cause) {
        throw new SearchUnavailable("The search engine gave no answer.", { cause });
      }
    },
    health: () => healthOf(engine),
  };
}

async function healthOf(engine: Meilisearch): Promise<EngineHealth> {
  try {
    const cursor = await readCursor(engine);
    return { engine: "up", cursor: cursor && { feed: cursor.feed, seq: cursor.seq } };
  } catch {
    return { engine: "down", cursor: null };
  }
}

interface Tools {
  readonly engine: EngineSearch;
  readonly lexicons: Lexicons;
  readonly kept: KeptDocuments;
  readonly vectors: KeptVectors;
  /** Part of the likeliest documents that a choice of facets left, when it was last made. */
  readonly selected: LRUCache<string, number>;
  readonly urlOf: (hit: HitIdentity) => string;
}

async function answer(tools: Tools, request: SearchRequest): Promise<SearchAnswer> {
  const began = performance.now();
  const lexicon = await tools.lexicons.of(request.locale);
  const query = rankedQuery(request.q, lexicon);
  const finish = (found: Pick<SearchAnswer, "total" | "hits" | "facets" | "isLoose">): SearchAnswer => ({
    engine: "meilisearch",
    tookMs: Math.round(performance.now() - began),
    suggestion: suggestionOf(request.q, query.terms),
    ...found,
  });
  // Signs without a letter or a digit name nothing; an empty search shows everything.
  if (query.terms.length === 0 && request.q.trim() !== "")
    return finish({ total: 0, hits: [], facets: noCounts, isLoose: false });
  const { candidates, isLoose } = await look(tools, request, query, lexicon.statistics);
  const { states, vectors } = await page(tools, request, query, candidates, lexicon.statistics);
  const documents = await tools.kept.documents(states, lexicon.statistics);
  const hitTools = { marker: markerOf(query.terms, request.locale), urlOf: tools.urlOf };
  const hits = states.flatMap((state) => {
    const document = documents.get(state);
    return document ? [toHit(document, vectors.get(state), hitTools)] : [];
  });
  const { total, facets } = candidates;
  return finish({ total, facets, hits, isLoose: isLoose || (total > 0 && isMostlyUnknown(query.terms)) });
}

const noCounts: SearchAnswer["facets"] = everyFacet((): FacetCounts => ({}));

/** The documents that have enough of the words; where there is none, those that have some, or words near them. */
async function look(tools: Tools, request: SearchRequest, query: RankedQuery, statistics: Statistics) {
  const ask = (strictness: Strictness) =>
    isRanked(request)
      ? likeliest(tools, request, query, { strictness, statistics })
      : newest(tools, request, query, strictness);
  const [first, ...weaker] = strictnessSteps(request);
  let candidates = await ask(first ?? "most");
  if (candidates.total > 0 || query.terms.length === 0) return { candidates, isLoose: false };
  for (const strictness of weaker) {
    candidates = await ask(strictness);
    if (candidates.total > 0) return { candidates, isLoose: true };
  }
  return { candidates, isLoose: false };
}

function newest({ engine }: Tools, request: SearchRequest, { terms }: RankedQuery, strictness: Strictness) {
  const { locale, sort, offset, limit } = request;
  const order = sort === "adopted" ? sort : "newest";
  const matched = matchedFilter(terms, strictness);
  return engine.candidates({ locale, selection: selectionOf(request), matched, order, offset, limit });
}

/** Documents that are ranked, about, of those that answer. */
const mostRanked = 300;
const mostSelections = 1000;

/** All documents that answer, or the likeliest where they are many; facets chosen may leave few of these, and pages far back need more. */
async function likeliest(
  { engine, vectors, selected }: Tools,
  request: SearchRequest,
  { terms }: RankedQuery,
  { strictness, statistics }: { readonly strictness: Strictness; readonly statistics: Statistics },
): Promise<Candidates> {
  const { locale, offset, limit } = request;
  const selection = selectionOf(request);
  const wanted = { locale, selection, order: "relevance" as const, matched: matchedFilter(terms, strictness) };
  const choice = filterOf(selection);
  const name = `${locale} ${JSON.stringify(choice)}`;
  const left = selected.get(name) ?? 1;
  const documents = mostRanked / left;
  const share = documents / Math.max(1, statistics.documents);
  const sample = vectors.sample(statistics);
  const filter = likeliestFilter(terms, { sample, share, isLoose: strictness === "any" });
  const some = await engine.candidates({ ...wanted, likeliest: filter });
  // A query more or less hardly moves what a choice is known to leave.
  if (choice.length > 0 && filter !== undefined)
    selected.set(name, (left + Math.min(1, Math.max(some.states.length, 1) / documents)) / 2);
  if (some.states.length >= Math.min(some.total, offset + limit)) return some;
  return engine.candidates(wanted);
}

/** The states of the documents on the page asked for, in order, and their vectors. */
async function page(
  { vectors }: Tools,
  { offset, limit }: SearchRequest,
  query: RankedQuery,
  { states, isOrdered }: Candidates,
  statistics: Statistics,
) {
  const known: ReadonlyMap<DocumentState, DocumentVector> =
    query.terms.length === 0 ? new Map() : await vectors.of(states, statistics);
  if (isOrdered) return { states, vectors: known };
  const named = states.toSorted();
  const order = inOrder(
    named.map((state) => known.get(state)),
    query,
  );
  return { states: order.slice(offset, offset + limit).flatMap((place) => named[place] ?? []), vectors: known };
}
