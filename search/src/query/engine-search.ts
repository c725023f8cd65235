import type { Locale } from "@essaim/content";
import { type Meilisearch, MeilisearchRequestError, type MultiSearchQuery } from "meilisearch";
import { z } from "zod";
import type { SearchDocument } from "../document/search-document.ts";
import { indexName } from "../indexes/names.ts";
import { engineLocales } from "../settings.ts";
import type { DocumentState } from "./document-state.ts";
import { everyFacet, type Facet, type FacetCounts, facets } from "./facet-names.ts";
import { chosen, filterOf, type Selection } from "./facets.ts";

/** What is asked of the engine. */
export interface Wanted {
  readonly locale: Locale;
  readonly selection: Selection;
  /** Condition of the documents that answer; undefined: any. */
  readonly matched: string | undefined;
  /** By relevance the engine gives candidates for ranking; else it orders the page itself. */
  readonly order: "relevance" | "newest" | "adopted";
  readonly offset?: number;
  readonly limit?: number;
}

/** What the engine found. */
export interface Candidates {
  /** By relevance, all that answer; else the page asked for. */
  readonly states: readonly DocumentState[];
  /** The states are the page asked for. */
  readonly isOrdered: boolean;
  readonly total: number;
  readonly facets: Readonly<Record<Facet, FacetCounts>>;
}

/** Its values name documents; see `SearchDocument`. */
const stateFacet = "state" satisfies keyof SearchDocument;
/** Values of a facet that are shown at most, the most frequent. */
const mostValues = 300;

const answerSchema = z.object({
  hits: z.array(z.object({ id: z.string(), fingerprint: z.string() })),
  estimatedTotalHits: z.int().min(0),
  facetDistribution: z.record(z.string(), z.record(z.string(), z.int())).optional(),
});
type EngineAnswer = z.infer<typeof answerSchema>;
const answersSchema = z.object({ results: z.array(answerSchema) });
const sortRules = { relevance: [], newest: ["publishedAt:desc"], adopted: ["adoptions:desc", "publishedAt:desc"] };

/** Asks the search server which documents answer, how many, and how many hold each value of each facet. */
export class EngineSearch {
  readonly #engine: Meilisearch;

  constructor(engine: Meilisearch) {
    this.#engine = engine;
  }

  async candidates(wanted: Wanted): Promise<Candidates> {
    const { selection, order } = wanted;
    const isOrdered = order !== "relevance";
    const picked = facets.filter((facet) => chosen(selection, facet).length > 0);
    const main = {
      ...queryOf(wanted),
      ...(isOrdered ? { limit: wanted.limit ?? 0, offset: wanted.offset ?? 0 } : { limit: 0 }),
      facets: [...facets.filter((facet) => !picked.includes(facet)), ...(isOrdered ? [] : [stateFacet])],
    };
    // A facet's own choice doesn't shrink its counts.
    const narrowed = picked.map((facet) => ({ ...queryOf(wanted, facet), limit: 0, facets: [facet] }));
    const [first, ...others] = await this.#ask([main, ...narrowed]);
    if (first === undefined) throw new Error("The search engine answered nothing.");
    const counts: Partial<Record<string, FacetCounts>> = { ...first.facetDistribution };
    for (const [place, facet] of picked.entries()) counts[facet] = others[place]?.facetDistribution?.[facet] ?? {};
    const states = isOrdered ? first.hits : Object.keys(counts[stateFacet] ?? {}).map(stateOf);
    const total = Math.max(first.estimatedTotalHits, states.length);
    return { states, isOrdered, total, facets: everyFacet((facet) => mostFrequent(counts[facet] ?? {})) };
  }

  async #ask(queries: MultiSearchQuery[]): Promise<EngineAnswer[]> {
    const once = async () => answersSchema.parse(await this.#engine.multiSearch({ queries })).results;
    return await once().catch((error) => (isBrokenConnection(error) ? once() : Promise.reject(error)));
  }
}

function queryOf({ locale, selection, matched, order }: Wanted, except?: Facet) {
  return {
    indexUid: indexName(locale),
    locales: [engineLocales[locale]],
    filter: [...filterOf(selection, except), ...(matched === undefined ? [] : [matched])],
    sort: sortRules[order],
    attributesToRetrieve: ["id", "fingerprint"],
  };
}

function stateOf(state: string): DocumentState {
  const space = state.indexOf(" ");
  return { id: state.slice(0, space), fingerprint: state.slice(space + 1) };
}

const mostFrequent = (counts: FacetCounts): FacetCounts =>
  Object.fromEntries(Object.entries(counts).slice(0, mostValues));

/** A connection kept open to a server that was started again fails once; a new one does not. */
function isBrokenConnection(error: unknown): boolean {
  return error instanceof MeilisearchRequestError && error.cause instanceof TypeError;
}
