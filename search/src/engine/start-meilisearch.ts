import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findMeilisearch, makeRunnable } from "./find-meilisearch.ts";
import { serverArguments } from "./server-arguments.ts";

/** How to start a search server. */
export interface MeilisearchOptions {
  readonly port: number;
  /** Folder of its own: everything it keeps. */
  readonly dataDir: string;
  /** At least 16 bytes. */
  readonly masterKey: string;
  /** Path of the binary, when not the one that is found by itself. */
  readonly binary?: string;
  /** Longest wait until it answers, in milliseconds. */
  readonly patienceMs?: number;
}

/** A search server that answers. */
export interface RunningMeilisearch {
  readonly url: string;
  readonly process: ChildProcess;
  /** Ends it; by default as a service manager would. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
}

/** Starts a Meilisearch server and waits until it answers; throws with its last words when it ends before. */
export async function startMeilisearch(options: MeilisearchOptions): Promise<RunningMeilisearch> {
  const { port, dataDir, masterKey, binary = findMeilisearch(), patienceMs = 30_000 } = options;
  if (binary === undefined) throw new Error("No Meilisearch server can run here: set MEILI_BIN to the path of one.");
  mkdirSync(dataDir, { recursive: true });
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(makeRunnable(binary, join(dataDir, "bin")), serverArguments(`127.0.0.1:${port}`, dataDir), {
    cwd: dataDir,
    // The key goes by the environment: arguments are shown to every user of the machine.
    env: { ...process.env, MEILI_MASTER_KEY: masterKey, MEILI_NO_ANALYTICS: "true" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<string>((resolve) => {
    child.once("exit", (code, signal) => resolve(`ended with ${signal ?? code}`));
    child.once("error", (error) => resolve(error.message));
  });
  const lastWords = keepLastWords(child);
  const stop = async (signal: NodeJS.Signals = "SIGTERM") => {
    child.kill(signal);
    await ended;
  };
  const failure = await Promise.race([ended, answers({ url, masterKey, child, patienceMs })]);
  if (failure === undefined) return { url, process: child, stop };
  await stop("SIGKILL");
  throw new Error(`Meilisearch ${failure}. ${lastWords()}`.trim());
}

function keepLastWords(child: ChildProcess): () => string {
  let words = "";
  const keep = (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-2000);
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  return () => words.trim();
}

interface Awaited {
  readonly url: string;
  readonly masterKey: string;
  readonly child: ChildProcess;
  readonly patienceMs: number;
}

/** Asks with the key: another server on the same port doesn't know it. */
async function answers({ url, masterKey, child, patienceMs }: Awaited): Promise<string | undefined> {
  const deadline = Date.now() + patienceMs;
  const headers = { authorization: `Bearer ${masterKey}` };
  while (Date.now() < deadline && child.exitCode === null) {
    const known = await fetch(`${url}/version`, { headers, signal: AbortSignal.timeout(1000) }).then(
      async (response) => {
        await response.body?.cancel();
        return response.ok;
      },
      () => false,
    );
    if (known) return undefined;
    await sleep(50);
  }
  return `did not answer within ${patienceMs} ms`;
}
