export { findMeilisearch, makeRunnable } from "./find-meilisearch.ts";
export { type MeilisearchOptions, type RunningMeilisearch, startMeilisearch } from "./start-meilisearch.ts";
