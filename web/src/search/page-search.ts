import { join } from "node:path";
import { type SearchAnswer, type SearchRequest, SearchUnavailable } from "@essaim/search";
import { createFolderClient, type FolderClient } from "@essaim/search/offline";
import { localizedPath } from "../routing/addresses.ts";
import { log, reasonOf } from "../server/log.ts";
import { searchClient } from "./engine-client.ts";

/** Longest wait of a page for the search server, in milliseconds: the offline index then answers in its place. */
const patienceMs = 800;
/** How long a search server that gave no answer isn’t asked, in milliseconds. */
const restMs = 5_000;

let restsUntil = 0;
let offline: FolderClient | undefined;

/** Searches for a page; where the search server can’t be reached, is slow or answers nonsense, in the offline index. Throws `SearchUnavailable`. */
export async function searchForPage(request: SearchRequest): Promise<SearchAnswer> {
  const client = searchClient();
  if (client !== null && Date.now() > restsUntil) {
    try {
      return await inTime(client.search(request));
    } catch (error) {
      log("search-unavailable", { reason: reasonOf(error) });
      restsUntil = Date.now() + restMs;
    }
  }
  try {
    return await offlineClient().search(request);
  } catch (cause) {
    throw new SearchUnavailable("Neither the search engine nor the offline index gave an answer.", { cause });
  }
}

/** Keeps the offline indexes loaded, so that they answer at once when they are needed. */
export const warmOfflineSearch = (): void => offlineClient().warm();

function offlineClient(): FolderClient {
  offline ??= createFolderClient({
    folder: join(process.env["DATA_DIR"] || ".data", "pagefind"),
    urlOf: ({ type, slug, locale }) => localizedPath(type, slug, locale),
  });
  return offline;
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new SearchUnavailable("The search engine is slow.")), patienceMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
