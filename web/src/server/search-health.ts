/** State of search as `/healthz` tells it. */
export interface SearchHealth {
  readonly engine: "meilisearch" | "pagefind" | "none";
  /** Feed position up to which the index is exact; null when unknown. */
  readonly cursor: number | null;
}

/** Asks how search is doing. */
export type SearchHealthSource = () => SearchHealth;

/** Until a search engine is wired in. */
export const noSearch: SearchHealthSource = () => ({ engine: "none", cursor: null });
