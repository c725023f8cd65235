import type { Locale } from "@essaim/content";
import { facets, type OfflineRequest } from "@essaim/search/browser";

/** The language of a page. */
export const localeOf = (language: string): Locale => (language === "en" || language === "nl" ? language : "fr");

const pageSize = 20;
const sorts = ["relevance", "newest", "adopted"] as const;

/** What a search page’s form asks for. */
export function requestOf(form: FormData, locale: Locale, offset: number): OfflineRequest {
  const texts = (name: string): string[] => [...new Set(form.getAll(name).map(String))].filter((value) => value !== "");
  return {
    type: texts("type"),
    theme: texts("theme"),
    audience: texts("audience"),
    centre: texts("centre"),
    tool: texts("tool"),
    maturity: texts("maturity"),
    licence: texts("licence"),
    territory: texts("territory"),
    adoptedIn: texts("adoptedIn"),
    preparation: texts("preparation"),
    cost: texts("cost"),
    groupSize: texts("groupSize"),
    q: texts("q")[0] ?? "",
    locale,
    sort: sorts.find((sort) => sort === texts("sort")[0]) ?? "relevance",
    limit: pageSize,
    offset,
  };
}

/** The address of the search page that shows a search. */
export function addressOf({ q, sort, ...request }: OfflineRequest): string {
  const query = new URLSearchParams();
  if (q.trim() !== "") query.set("q", q.trim());
  for (const facet of facets) for (const value of request[facet]) query.append(facet, value);
  if (sort !== "relevance") query.set("sort", sort);
  return `${location.pathname}${query.size === 0 ? "" : `?${query}`}`;
}
