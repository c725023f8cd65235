import type { SearchHealth, SearchHealthSource } from "../server/search-health.ts";
import { searchClient } from "./engine-client.ts";
import { restSearchServer, wakeSearchServer } from "./page-search.ts";

/** How old the state told may be, in milliseconds. */
const intervalMs = 2000;
const unknown: SearchHealth = { engine: "none", cursor: null };

/** Looks after the search server by itself, so that `/healthz` answers at once. */
export function watchSearch(): SearchHealthSource {
  const client = searchClient();
  if (client === null) return () => unknown;
  let health = unknown;
  let wasDown = false;
  const look = async () => {
    const { engine, cursor } = await client.health();
    if (engine === "down") restSearchServer();
    else if (wasDown) wakeSearchServer();
    wasDown = engine === "down";
    health = { engine: engine === "up" ? "meilisearch" : "none", cursor: cursor?.seq ?? null };
    setTimeout(look, intervalMs).unref();
  };
  void look();
  return () => health;
}
