import { type Meilisearch, MeilisearchRequestError, type MultiSearchQuery } from "meilisearch";
import { z } from "zod";
import { queryWords } from "../analysis/query-words.ts";
import { connect, type EngineAddress } from "../indexes/connection.ts";
import { type Cursor, readCursor } from "../indexes/cursor.ts";
import { indexName } from "../indexes/names.ts";
import { engineLocales } from "../settings.ts";
import { chosen, type Facet, type FacetCounts, facets, filterOf } from "./facets.ts";
import { marks } from "./highlight.ts";
import {
  engineAnswerSchema,
  excerptWords,
  type HitIdentity,
  retrieved,
  type SearchAnswer,
  toHit,
} from "./search-answer.ts";
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
  /** Longest wait for an answer, in milliseconds. */
  readonly timeoutMs: number;
  readonly urlOf: (hit: HitIdentity) => string;
}

/** Makes a client; its connections are kept open between searches. */
export function createSearchClient({ timeoutMs, urlOf, ...address }: SearchClientOptions): SearchClient {
  const engine = connect(address, timeoutMs);
  return {
    async search(request) {
      const began = performance.now();
      const words = queryWords(request.q, request.locale);
      // Signs without a letter or a digit name nothing; an empty search shows everything.
      if (words.length === 0 && request.q.trim() !== "") return nothing(began);
      let { first, counts } = await find(engine, queriesOf(request, words, "frequency"));
      // No document has the two rarest words: rather some with the first ones than none.
      if (first.estimatedTotalHits === 0 && words.length > 1)
        ({ first, counts } = await find(engine, queriesOf(request, words, "last")));
      return {
        engine: "meilisearch",
        total: first.estimatedTotalHits,
        tookMs: elapsed(began),
        hits: first.hits.map((hit) => toHit(hit, urlOf)),
        facets: everyFacet((facet) => counts[facet] ?? {}),
      };
    },
    async health() {
      try {
        const cursor = await readCursor(engine);
        return { engine: "up", cursor: cursor && { feed: cursor.feed, seq: cursor.seq } };
      } catch {
        return { engine: "down", cursor: null };
      }
    },
  };
}

const elapsed = (began: number): number => Math.round(performance.now() - began);

const nothing = (began: number): SearchAnswer => ({
  engine: "meilisearch",
  total: 0,
  tookMs: elapsed(began),
  hits: [],
  facets: everyFacet(() => ({})),
});

const everyFacet = (countsOf: (facet: Facet) => FacetCounts): Record<Facet, FacetCounts> => ({
  type: countsOf("type"),
  theme: countsOf("theme"),
  audience: countsOf("audience"),
  centre: countsOf("centre"),
  tool: countsOf("tool"),
  maturity: countsOf("maturity"),
  licence: countsOf("licence"),
  territory: countsOf("territory"),
});

interface Queries {
  readonly main: MultiSearchQuery;
  /** One count per facet with a choice, as if that facet had none. */
  readonly narrowed: readonly { readonly facet: Facet; readonly query: MultiSearchQuery }[];
}

function queriesOf(request: SearchRequest, words: readonly string[], leniency: "frequency" | "last"): Queries {
  const selection = selectionOf(request);
  const newest = request.sort === "newest" || words.length === 0;
  const shared = {
    indexUid: indexName(request.locale),
    q: words.join(" "),
    locales: [engineLocales[request.locale]],
    // Sorted by date, a document with only some of the words would come before one that has them all.
    matchingStrategy: newest ? ("all" as const) : leniency,
  };
  const main = {
    ...shared,
    filter: filterOf(selection),
    limit: request.limit,
    offset: request.offset,
    ...(newest && { sort: ["publishedAt:desc"] }),
    facets: facets.filter((facet) => chosen(selection, facet).length === 0),
    attributesToRetrieve: [...retrieved],
    attributesToHighlight: ["title", "summary", "headings", "names", "text"],
    attributesToCrop: ["text"],
    cropLength: excerptWords,
    cropMarker: "…",
    highlightPreTag: marks.open,
    highlightPostTag: marks.close,
  };
  const narrowed = facets
    .filter((facet) => chosen(selection, facet).length > 0)
    .map((facet) => ({ facet, query: { ...shared, filter: filterOf(selection, facet), limit: 0, facets: [facet] } }));
  return { main, narrowed };
}

async function find(engine: Meilisearch, { main, narrowed }: Queries) {
  const [first, ...others] = await ask(engine, [main, ...narrowed.map(({ query }) => query)]);
  if (first === undefined) throw new SearchUnavailable("The search engine answered nothing.");
  const counts: Partial<Record<Facet, FacetCounts>> = { ...first.facetDistribution };
  for (const [position, { facet }] of narrowed.entries())
    counts[facet] = others[position]?.facetDistribution?.[facet] ?? {};
  return { first, counts };
}

const answersSchema = z.object({ results: z.array(engineAnswerSchema) });

async function ask(engine: Meilisearch, queries: MultiSearchQuery[]) {
  const once = async () => answersSchema.parse(await engine.multiSearch({ queries })).results;
  try {
    return await once().catch((error) => (isBrokenConnection(error) ? once() : Promise.reject(error)));
  } catch (cause) {
    throw new SearchUnavailable("The search engine gave no answer.", { cause });
  }
}

/** A connection kept open to a server that was started again fails once; a new one does not. */
function isBrokenConnection(error: unknown): boolean {
  return error instanceof MeilisearchRequestError && error.cause instanceof TypeError;
}
