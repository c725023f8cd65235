import { availableParallelism } from "node:os";
import { join } from "node:path";

/**
 * Working memory and threads for writing. By default the server takes two thirds of the machine's memory for its buffers, at each write
 * anew: writing one document then takes seconds now and then, where this takes some tens of milliseconds.
 */
const writing = { memory: "256 MiB", threads: Math.max(1, Math.floor(availableParallelism() / 2)) };

/** How a search server is started that listens at `address` (host:port) and keeps everything in `dataDir`. The key goes by the environment. */
export const serverArguments = (address: string, dataDir: string): string[] =>
  [
    ["--http-addr", address],
    ["--env", "production"],
    ["--db-path", join(dataDir, "data.ms")],
    ["--dump-dir", join(dataDir, "dumps")],
    ["--snapshot-dir", join(dataDir, "snapshots")],
    ["--max-indexing-memory", writing.memory],
    ["--max-indexing-threads", String(writing.threads)],
    ["--log-level", "WARN"],
  ].flat();
