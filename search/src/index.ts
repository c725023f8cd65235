export { queryWords } from "./analysis/content-words.ts";
export { ceilings, groupSizes } from "./document/ceilings.ts";
export { type SearchableType, searchableTypes } from "./document/search-document.ts";
export { type Facet, type FacetCounts, facets } from "./query/facet-names.ts";
export type { Selection } from "./query/facets.ts";
export type { Segment } from "./query/highlight.ts";
export type { RefusalCode, RequestError } from "./query/refusals.ts";
export type { Hit, HitIdentity, SearchAnswer } from "./query/search-answer.ts";
export {
  createSearchClient,
  type EngineHealth,
  type SearchClient,
  type SearchClientOptions,
  SearchUnavailable,
} from "./query/search-client.ts";
export {
  type ParsedRequest,
  parseSearchParams,
  type SearchRequest,
  searchRequestSchema,
} from "./query/search-request.ts";
