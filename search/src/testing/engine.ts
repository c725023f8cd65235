import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findMeilisearch } from "../engine/find-meilisearch.ts";
import { freePort } from "../engine/free-port.ts";
import { type RunningMeilisearch, startMeilisearch } from "../engine/start-meilisearch.ts";

export { freePort };

/** Why tests with a real server are skipped here; undefined where one can run. */
export const noEngine: string | undefined =
  findMeilisearch() === undefined ? "no Meilisearch binary for this machine (MEILI_BIN)" : undefined;

/** A server of its own for one test file. */
export interface TestEngine {
  readonly url: string;
  readonly key: string;
  /** Starts it again after a stop, on the same data and port. */
  readonly start: () => Promise<void>;
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** Starts a real server in a folder of its own. */
export async function startTestEngine(): Promise<TestEngine> {
  const dataDir = await mkdtemp(join(tmpdir(), "essaim-search-"));
  const port = await freePort();
  const masterKey = randomBytes(16).toString("hex");
  let running: RunningMeilisearch | undefined = await startMeilisearch({ port, dataDir, masterKey });
  const { url } = running;
  const stop = async (signal?: NodeJS.Signals) => {
    await running?.stop(signal);
    running = undefined;
  };
  return {
    url,
    key: masterKey,
    stop,
    start: async () => {
      running = await startMeilisearch({ port, dataDir, masterKey });
    },
    remove: async () => {
      await stop("SIGKILL");
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
