import { join } from "node:path";
import { type SearchAnswer, type SearchRequest, SearchUnavailable } from "@essaim/search";
import { createFolderClient, type FolderClient } from "@essaim/search/offline";
import { localizedPath } from "../routing/addresses.ts";
import { log, reasonOf } from "../server/log.ts";
import { searchClient } from "./engine-client.ts";
import { withinTime } from "./within-time.ts";

/** Longest wait of a page for the search server, in milliseconds: the offline index then answers in its place. */
const patienceMs = 800;
/** When that answer is begun, in milliseconds: it should be ready once patience ends. */
const headStartMs = 400;
/** How long a search server that gave no answer isn’t asked, in milliseconds. */
const restMs = 5_000;

let restsUntil = 0;
let offline: FolderClient | undefined;

/** Searches for a page; where the search server can’t be reached, is slow or answers nonsense, in the offline index. Throws `SearchUnavailable`. */
export async function searchForPage(request: SearchRequest): Promise<SearchAnswer> {
  const client = searchClient();
  let spare: Promise<SearchAnswer> | undefined;
  const inItsPlace = () => (spare ??= searchOffline(request));
  if (client === null || Date.now() < restsUntil) return await inItsPlace();
  const headStart = setTimeout(() => inItsPlace().catch(() => undefined), headStartMs);
  try {
    return await withinTime(client.search(request), patienceMs);
  } catch (error) {
    log("search-unavailable", { reason: reasonOf(error) });
    restSearchServer();
    return await inItsPlace();
  } finally {
    clearTimeout(headStart);
  }
}

/** Leaves the search server alone for a moment: no reader waits for one that is known to give no answer. */
export function restSearchServer(): void {
  restsUntil = Date.now() + restMs;
}

/** Asks the search server again from the next search on. */
export function wakeSearchServer(): void {
  restsUntil = 0;
}

async function searchOffline(request: SearchRequest): Promise<SearchAnswer> {
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
