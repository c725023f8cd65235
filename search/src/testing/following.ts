import { expect, vi } from "vitest";
import { presentEdition } from "../follow/edition.ts";
import { followChanges } from "../follow/follow-changes.ts";
import type { Log } from "../follow/log.ts";
import { openWorkshop } from "../follow/open-workshop.ts";
import type { Workshop } from "../follow/write-documents.ts";
import { readCursor } from "../indexes/cursor.ts";
import type { SearchAnswer } from "../query/search-answer.ts";
import { createSearchClient, type SearchClient } from "../query/search-client.ts";
import { parseSearchParams } from "../query/search-request.ts";
import type { TestEngine } from "./engine.ts";
import type { PublishedShelf } from "./published-shelf.ts";

/** An event that the follower told. */
export interface Told {
  readonly event: string;
  readonly [detail: string]: unknown;
}

/** A follower between a shelf and an engine, with a reader's client beside it. */
export interface Following {
  readonly workshop: Workshop;
  readonly client: SearchClient;
  readonly told: readonly Told[];
  readonly search: (query: string) => Promise<SearchAnswer>;
  /** Uids found, in order. */
  readonly find: (query: string) => Promise<string[]>;
  /** Waits until the indexes hold everything that the shelf has told. */
  readonly caughtUp: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts a follower. */
export async function startFollowing(
  shelf: PublishedShelf,
  cmsUrl: string,
  engine: TestEngine,
  edition?: string,
): Promise<Following> {
  const told: Told[] = [];
  const log: Log = (event, details) => told.push({ event, ...details });
  const workshop = openWorkshop({ cms: { url: cmsUrl, token: shelf.token }, engine }, log);
  const client = createSearchClient({ ...engine, timeoutMs: 2000, urlOf: ({ type, slug }) => `/${type}/${slug}/` });
  const ending = new AbortController();
  const named = edition ?? (await presentEdition());
  const done = followChanges({ workshop, edition: named, stop: ending.signal });
  return {
    workshop,
    client,
    told,
    search: (query) => search(client, query),
    find: async (query) => (await search(client, query)).hits.map(({ uid }) => uid),
    caughtUp: async () => {
      await vi.waitFor(
        async () =>
          expect(await readCursor(workshop.engine)).toEqual({ feed: shelf.feed, seq: shelf.last, edition: named }),
        { timeout: 20_000, interval: 10 },
      );
    },
    stop: async () => {
      ending.abort();
      await done;
    },
  };
}

async function search(client: SearchClient, query: string): Promise<SearchAnswer> {
  const parsed = parseSearchParams(new URLSearchParams(query));
  if (!parsed.ok) throw new Error(parsed.error.message);
  return client.search(parsed.request);
}
