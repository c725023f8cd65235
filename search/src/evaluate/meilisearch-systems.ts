import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locale } from "@essaim/content";
import type { Meilisearch } from "meilisearch";
import { z } from "zod";
import type { SearchDocument } from "../document/search-document.ts";
import { searchIdOf } from "../document/search-document.ts";
import { findMeilisearch } from "../engine/find-meilisearch.ts";
import { freePort } from "../engine/free-port.ts";
import { startMeilisearch } from "../engine/start-meilisearch.ts";
import { refreshLexicon } from "../follow/lexicons.ts";
import { connect, type EngineAddress } from "../indexes/connection.ts";
import { indexName, stateName } from "../indexes/names.ts";
import { settle } from "../indexes/settle.ts";
import { createSearchClient } from "../query/search-client.ts";
import { searchRequestSchema } from "../query/search-request.ts";
import { settingsOf, stateSettings } from "../settings.ts";
import { depth, type Searcher, type System } from "./searcher.ts";

const missing =
  findMeilisearch() === undefined ? "aucun programme Meilisearch pour cette machine (MEILI_BIN)" : undefined;
/** Loading and searching must not fail for the machine being busy. */
const patienceMs = 60_000;

/** Readers’ search as the portal has it: its indexes, its lexicon, its client. */
export const liveSystem: System = {
  name: "live",
  label: "Essaim, Meilisearch",
  missing,
  load: async ({ documents, locale }) => {
    const { address, engine, close } = await startServer();
    await loadIndexes(engine, documents, locale);
    const client = createSearchClient({ ...address, timeoutMs: patienceMs, urlOf: () => "" });
    const search = async (q: string) => {
      const { hits } = await client.search(searchRequestSchema.parse({ q, locale, limit: depth }));
      return hits.map(({ type, documentId }) => searchIdOf(type, documentId));
    };
    return { search, close };
  },
};

/** A Meilisearch to which nobody said anything: default settings, every text a field. */
export const plainMeilisearch: System = {
  name: "meilisearch",
  label: "Meilisearch, tel quel",
  missing,
  load: async ({ documents }): Promise<Searcher> => {
    const { engine, close } = await startServer();
    const plain = documents.map(({ id, title, summary, headings, names, text }) => ({
      ...{ id, title, summary, headings, names, text },
    }));
    const { taskUid } = await engine.index("plain").addDocuments(plain, { primaryKey: "id" });
    await settle(engine, [taskUid]);
    const search = async (q: string) => {
      const { hits } = await engine.index("plain").search(q, { limit: depth, attributesToRetrieve: ["id"] });
      return hitIds.parse(hits).map(({ id }) => id);
    };
    return { search, close };
  },
};

const hitIds = z.array(z.object({ id: z.string() }));

/** Writes documents as the follower does, with what ranking knows of them. */
export async function loadIndexes(
  engine: Meilisearch,
  documents: readonly SearchDocument[],
  locale: Locale,
): Promise<void> {
  const index = engine.index<SearchDocument>(indexName(locale));
  const tasks: number[] = [];
  for (const name of [indexName(locale), stateName()])
    tasks.push((await engine.createIndex(name, { primaryKey: "id" })).taskUid);
  tasks.push((await engine.index(stateName()).updateSettings(stateSettings)).taskUid);
  tasks.push((await index.updateSettings(settingsOf(locale))).taskUid);
  for (let start = 0; start < documents.length; start += batchSize)
    tasks.push((await index.addDocuments(documents.slice(start, start + batchSize), { primaryKey: "id" })).taskUid);
  await settle(engine, tasks);
  await refreshLexicon({ engine }, locale);
}

const batchSize = 500;

interface Server {
  readonly address: EngineAddress;
  readonly engine: Meilisearch;
  readonly close: () => Promise<void>;
}

/** Starts a server of its own in a folder of its own. */
export async function startServer(): Promise<Server> {
  const dataDir = await mkdtemp(join(tmpdir(), "essaim-evaluate-"));
  const key = randomBytes(16).toString("hex");
  const running = await startMeilisearch({ port: await freePort(), dataDir, masterKey: key });
  const address = { url: running.url, key };
  const close = async () => {
    await running.stop("SIGKILL");
    await rm(dataDir, { recursive: true, force: true });
  };
  return { address, engine: connect(address, patienceMs), close };
}
