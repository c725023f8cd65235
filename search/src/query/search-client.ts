import type { Meilisearch } from "meilisearch";
import { connect, type EngineAddress } from "../indexes/connection.ts";
import { type Cursor, readCursor } from "../indexes/cursor.ts";
import type { DocumentVector } from "../ranking/document-vector.ts";
import { rankedQuery } from "../ranking/lexicon.ts";
import { roughScorer } from "../ranking/rough-score.ts";
import { type RankedQuery, score } from "../ranking/score.ts";
import type { Statistics } from "../ranking/statistics.ts";
import type { DocumentState } from "./document-state.ts";
import { type Candidates, EngineSearch } from "./engine-search.ts";
import { everyFacet, type FacetCounts } from "./facet-names.ts";
import { KeptDocuments } from "./kept-documents.ts";
import { KeptVectors } from "./kept-vectors.ts";
import { Lexicons } from "./lexicons.ts";
import { isRanked, matchedFilter, type Strictness, strictnessSteps } from "./matched.ts";
import { type HitIdentity, type SearchAnswer, suggestionOf, toHit } from "./search-answer.ts";
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
  const tools = {
    engine: new EngineSearch(engine),
    lexicons: new Lexicons(engine),
    kept: new KeptDocuments(engine),
    vectors: new KeptVectors(engine),
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
  const { candidates, isLoose } = await look(tools.engine, request, query);
  const states = await page(tools, request, query, candidates, lexicon.statistics);
  const documents = await tools.kept.documents(states, lexicon.statistics);
  const hits = states.flatMap(({ id }) => documents.get(id) ?? []).map((each) => toHit(each, query.terms, tools.urlOf));
  return finish({ total: candidates.total, facets: candidates.facets, hits, isLoose });
}

const noCounts: SearchAnswer["facets"] = everyFacet((): FacetCounts => ({}));

/** The documents that have enough of the words; where there is none, those that have some, or words near them. */
async function look(engine: EngineSearch, request: SearchRequest, { terms }: RankedQuery) {
  const { locale, sort, offset, limit } = request;
  const selection = selectionOf(request);
  const order = isRanked(request)
    ? { order: "relevance" as const }
    : { order: sort === "adopted" ? sort : ("newest" as const), offset, limit };
  const ask = (strictness: Strictness) =>
    engine.candidates({ locale, selection, matched: matchedFilter(terms, strictness), ...order });
  const [first, ...weaker] = strictnessSteps(request);
  let candidates = await ask(first ?? "most");
  if (candidates.total > 0 || terms.length === 0) return { candidates, isLoose: false };
  for (const strictness of weaker) {
    candidates = await ask(strictness);
    if (candidates.total > 0) return { candidates, isLoose: true };
  }
  return { candidates, isLoose: false };
}

/** The states of the documents on the page asked for, in order. */
async function page(
  { vectors }: Tools,
  { offset, limit }: SearchRequest,
  query: RankedQuery,
  candidates: Candidates,
  statistics: Statistics,
): Promise<readonly DocumentState[]> {
  if (candidates.isOrdered) return candidates.states;
  const known = await vectors.of(candidates.states, statistics);
  return rank(candidates.states, known, query).slice(offset, offset + limit);
}

/** Documents that are ranked in earnest; where more answer, a cheaper likeness of the score chooses them. */
const mostRanked = 500;

function rank(
  states: readonly DocumentState[],
  vectors: ReadonlyMap<DocumentState, DocumentVector>,
  query: RankedQuery,
): readonly DocumentState[] {
  const inOrder = (some: readonly DocumentState[], scoreOf: (vector: DocumentVector) => number) =>
    some
      .map((state) => ({ state, points: pointsOf(vectors.get(state), scoreOf) }))
      .sort((a, b) => b.points - a.points || (a.state.id < b.state.id ? -1 : 1))
      .map(({ state }) => state);
  const chosen = states.length <= mostRanked ? states : inOrder(states, roughScorer(query));
  return [...inOrder(chosen.slice(0, mostRanked), (vector) => score(vector, query)), ...chosen.slice(mostRanked)];
}

const pointsOf = (vector: DocumentVector | undefined, scoreOf: (vector: DocumentVector) => number): number =>
  vector === undefined ? 0 : scoreOf(vector);
