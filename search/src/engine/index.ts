export { findMeilisearch, makeRunnable } from "./find-meilisearch.ts";
export { serverArguments } from "./server-arguments.ts";
export { type MeilisearchOptions, type RunningMeilisearch, startMeilisearch } from "./start-meilisearch.ts";
