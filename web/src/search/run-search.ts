import type { Locale } from "@essaim/content";
import {
  parseSearchParams,
  type RequestError,
  type SearchAnswer,
  type SearchRequest,
  SearchUnavailable,
} from "@essaim/search";
import { log, reasonOf } from "../server/log.ts";
import { searchClient, timeoutMs } from "./engine-client.ts";
import { noteMissed } from "./note-missed.ts";
import { withinTime } from "./within-time.ts";

/** What came of a search. */
export type SearchOutcome =
  | { readonly state: "answered"; readonly request: SearchRequest; readonly answer: SearchAnswer }
  | { readonly state: "refused"; readonly error: RequestError }
  | { readonly state: "unavailable"; readonly request: SearchRequest };

/** Searches as an address asks; `locale` is the language where the address names none, `search` how to search. Never throws for what readers or the search server do. */
export async function runSearch(
  params: URLSearchParams,
  locale?: Locale,
  search: (request: SearchRequest) => Promise<SearchAnswer> = searchLive,
): Promise<SearchOutcome> {
  const parsed = parseSearchParams(params, locale);
  if (!parsed.ok) return { state: "refused", error: parsed.error };
  const { request } = parsed;
  try {
    const answer = await search(request);
    noteMissed(request, answer);
    return { state: "answered", request, answer };
  } catch (error) {
    if (!(error instanceof SearchUnavailable)) throw error;
    log("search-unavailable", { reason: reasonOf(error) });
    return { state: "unavailable", request };
  }
}

async function searchLive(request: SearchRequest): Promise<SearchAnswer> {
  const client = searchClient();
  if (client === null) throw new SearchUnavailable("The portal runs without a search server.");
  // A search asks several times: together they take no longer than one may.
  return await withinTime(client.search(request), timeoutMs);
}
