import { type Facet, facets, type SearchRequest } from "@essaim/search";

/** The same search with something else; it begins again at the first page. */
export const changeSearch = (request: SearchRequest, change: Partial<SearchRequest>): SearchRequest => ({
  ...request,
  offset: 0,
  ...change,
});

/** Query of a search’s address; what is as usual is left out. @example "?q=tablette&theme=lien-social" */
export function searchQuery(request: SearchRequest): string {
  const query = new URLSearchParams();
  if (request.q.trim() !== "") query.set("q", request.q.trim());
  for (const facet of facets) for (const value of request[facet]) query.append(facet, value);
  if (request.sort !== "relevance") query.set("sort", request.sort);
  if (request.offset > 0) query.set("offset", String(request.offset));
  return query.size === 0 ? "" : `?${query}`;
}

/** The last page of a search, for an address that lies behind it; undefined where the address is among the results. */
export function lastPage(request: SearchRequest, total: number): SearchRequest | undefined {
  if (total === 0 || request.offset < total) return undefined;
  return { ...request, offset: Math.floor((total - 1) / request.limit) * request.limit };
}

/** Whether a search is narrowed by anything. */
export const isNarrowed = (request: SearchRequest): boolean => facets.some((facet) => request[facet].length > 0);

/** The same search with nothing to narrow it. */
export const widened = (request: SearchRequest): SearchRequest =>
  changeSearch(request, Object.fromEntries(facets.map((facet: Facet) => [facet, []])));
