import type { SearchPage } from "./search-page.ts";

/** Query of the same words with nothing to narrow the search. */
export const searchReset = ({ query }: Pick<SearchPage, "query">): string =>
  query === "" ? "" : `?${new URLSearchParams({ q: query })}`;
