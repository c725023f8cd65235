import type { Locale } from "@essaim/content";
import { type Meilisearch, MeilisearchRequestError, type MultiSearchQuery } from "meilisearch";
import { z } from "zod";
import { indexName } from "../indexes/names.ts";
import type { QueryTerm } from "../ranking/query-terms.ts";
import { engineLocales } from "../settings.ts";
import { everyFacet, type Facet, type FacetCounts, facets } from "./facet-names.ts";
import { chosen, filterOf, type Selection } from "./facets.ts";
import type { DocumentState } from "./kept-documents.ts";

/** What is asked of the engine. */
export interface Wanted {
  readonly locale: Locale;
  readonly selection: Selection;
  /** Condition of the documents that answer; undefined: any. */
  readonly matched: string | undefined;
  readonly terms: readonly QueryTerm[];
  /** By relevance the engine gives candidates for ranking; else it orders the page itself. */
  readonly order: "relevance" | "newest" | "adopted";
  readonly offset?: number;
  readonly limit?: number;
}

/** What the engine found. */
export interface Candidates {
  readonly wanted: Wanted;
  readonly states: readonly DocumentState[];
  /** The states are the page asked for. */
  readonly isOrdered: boolean;
  readonly total: number;
  readonly facets: Readonly<Record<Facet, FacetCounts>>;
}

/** Documents ranked at most without choosing among them first: more are chosen term by term. */
const mostRanked = 400;
/** Documents taken for each of the rarest terms, those with the term in the heaviest fields first. */
const perTerm = 100;
const mostTerms = 6;

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
    const picked = facets.filter((facet) => chosen(selection, facet).length > 0);
    const main = {
      ...queryOf(wanted),
      limit: wanted.limit ?? mostRanked,
      offset: wanted.offset ?? 0,
      facets: facets.filter((facet) => !picked.includes(facet)),
    };
    // A facet's own choice doesn't shrink its counts.
    const narrowed = picked.map((facet) => ({ ...queryOf(wanted, facet), limit: 0, facets: [facet] }));
    const [first, ...others] = await this.#ask([main, ...narrowed]);
    if (first === undefined) throw new Error("The search engine answered nothing.");
    const counts: Partial<Record<Facet, FacetCounts>> = { ...first.facetDistribution };
    for (const [place, facet] of picked.entries()) counts[facet] = others[place]?.facetDistribution?.[facet] ?? {};
    const total = first.estimatedTotalHits;
    const isOrdered = order !== "relevance";
    const states = isOrdered || total <= mostRanked ? first.hits : await this.#bestByTerm(wanted);
    return { wanted, states, isOrdered, total, facets: everyFacet((facet) => counts[facet] ?? {}) };
  }

  /** Of the documents that answer, those that aren’t among the ranked ones, the newest first. */
  async beyond(wanted: Wanted, ranked: readonly DocumentState[], offset: number, limit: number) {
    const query = queryOf({ ...wanted, order: "newest" });
    const not = `id NOT IN [${ranked.map(({ id }) => JSON.stringify(id)).join(", ")}]`;
    const [answer] = await this.#ask([{ ...query, filter: [...query.filter, not], offset, limit }]);
    return answer?.hits ?? [];
  }

  async #bestByTerm(wanted: Wanted): Promise<DocumentState[]> {
    const rarest = wanted.terms.toSorted((a, b) => b.rarity - a.rarity).slice(0, mostTerms);
    const stems = rarest.flatMap(({ alternatives }) =>
      alternatives.filter(({ isClose, stems: phrase }) => isClose && phrase.length === 1).slice(0, 2),
    );
    const queries = stems.map(({ stems: [stem = ""] }) => ({ ...queryOf(wanted), q: stem, limit: perTerm }));
    const answers = await this.#ask(queries);
    return [...new Map(answers.flatMap(({ hits }) => hits).map((state) => [state.id, state])).values()];
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

/** A connection kept open to a server that was started again fails once; a new one does not. */
function isBrokenConnection(error: unknown): boolean {
  return error instanceof MeilisearchRequestError && error.cause instanceof TypeError;
}
