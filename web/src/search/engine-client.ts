import { createSearchClient, type SearchClient } from "@essaim/search";
import { localizedPath } from "../routing/addresses.ts";
import { engineAddress } from "./engine-environment.ts";

/** Longest wait of a reader for the search server, in milliseconds. */
export const timeoutMs = 1000;

let client: SearchClient | null | undefined;

/** The site's only client of the search server; null where the portal runs without one. The environment is read at the first call, not while building. */
export function searchClient(): SearchClient | null {
  if (client !== undefined) return client;
  const address = engineAddress(process.env);
  client = address
    ? createSearchClient({
        ...address,
        timeoutMs,
        urlOf: ({ type, slug, locale }) => localizedPath(type, slug, locale),
      })
    : null;
  return client;
}
