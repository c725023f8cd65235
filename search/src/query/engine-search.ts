import type { Locale } from "@essaim/content";
import type { MultiSearchQuery } from "meilisearch";
import { z } from "zod";
import type { SearchDocument } from "../document/search-document.ts";
import { indexName } from "../indexes/names.ts";
import { engineLocales } from "../settings.ts";
import type { EngineCall } from "./engine-calls.ts";
import { everyFacet, type Facet, type FacetCounts, facets } from "./facet-names.ts";
import { chosen, filterOf, type Selection } from "./facets.ts";

/** Which state of which document is meant. */
export type DocumentState = SearchDocument["state"];

/** What is asked of the engine. */
export interface Wanted {
  readonly locale: Locale;
  readonly selection: Selection;
  /** Condition of the documents that answer; undefined: any. */
  readonly matched: string | undefined;
  /** Condition of those among them that are named; undefined: all. */
  readonly likeliest?: string | undefined;
  /** By relevance the engine gives candidates for ranking; else it orders the page itself. */
  readonly order: "relevance" | "newest" | "adopted";
  readonly offset?: number;
  readonly limit?: number;
}

/** What the engine found. */
export interface Candidates {
  /** By relevance, all that answer or the likeliest of them; else the page asked for. */
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
  hits: z.array(z.object({ state: z.string() })),
  estimatedTotalHits: z.int().min(0),
  facetDistribution: z.record(z.string(), z.record(z.string(), z.int())).optional(),
});
type EngineAnswer = z.infer<typeof answerSchema>;
const answersSchema = z.object({ results: z.array(answerSchema) });
const sortRules = { relevance: [], newest: ["publishedAt:desc"], adopted: ["adoptions:desc", "publishedAt:desc"] };

/** Asks the search server which documents answer, how many, and how many hold each value of each facet. */
export class EngineSearch {
  readonly #call: EngineCall;

  constructor(call: EngineCall) {
    this.#call = call;
  }

  async candidates(wanted: Wanted): Promise<Candidates> {
    const { selection, order, likeliest, limit = 0, offset = 0 } = wanted;
    const isOrdered = order !== "relevance";
    const query = queryOf(wanted);
    const picked = facets.filter((facet) => chosen(selection, facet).length > 0);
    const main = {
      ...{ ...query, facets: facets.filter((facet) => !picked.includes(facet)) },
      ...(isOrdered ? { limit, offset } : { limit: 0 }),
    };
    // A facet's own choice doesn't shrink its counts.
    const narrowed = picked.map((facet) => ({ ...queryOf(wanted, facet), limit: 0, facets: [facet] }));
    const filter = [...(likeliest === undefined ? [] : [likeliest]), ...query.filter];
    const names = isOrdered ? [] : [{ ...query, filter, limit: 0, facets: [stateFacet] }];
    const [first, ...others] = await this.#ask([main, ...narrowed, ...names]);
    if (first === undefined) throw new Error("The search engine answered nothing.");
    const counts: Partial<Record<string, FacetCounts>> = { ...first.facetDistribution };
    for (const [place, facet] of picked.entries()) counts[facet] = others[place]?.facetDistribution?.[facet] ?? {};
    const named = others[picked.length]?.facetDistribution?.[stateFacet] ?? {};
    const states = isOrdered ? first.hits.map(({ state }) => state) : Object.keys(named);
    const total = Math.max(first.estimatedTotalHits, states.length);
    return { states, isOrdered, total, facets: everyFacet((facet) => mostFrequent(counts[facet] ?? {})) };
  }

  async #ask(queries: MultiSearchQuery[]): Promise<EngineAnswer[]> {
    return answersSchema.parse(await this.#call("/multi-search", { queries })).results;
  }
}

function queryOf({ locale, selection, matched, order }: Wanted, except?: Facet) {
  return {
    indexUid: indexName(locale),
    locales: [engineLocales[locale]],
    filter: [...filterOf(selection, except), ...(matched === undefined ? [] : [matched])],
    sort: sortRules[order],
    attributesToRetrieve: [stateFacet],
  };
}

const mostFrequent = (counts: FacetCounts): FacetCounts =>
  Object.fromEntries(Object.entries(counts).slice(0, mostValues));
