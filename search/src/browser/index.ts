export { type Facet, facets } from "../query/facet-names.ts";
export type { Hit, SearchAnswer } from "../query/search-answer.ts";
export type { OfflineRequest } from "./choice.ts";
export { createOfflineClient, type OfflineClient, type OfflineClientOptions } from "./offline-client.ts";
