import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import { log, reasonOf } from "../log.ts";

/** What the keeper of the offline indexes is started with. */
export interface OfflineKeeperOptions {
  readonly cmsUrl: string;
  readonly token: string;
  readonly dataDir: string;
}

/** Longest and shortest wait before the process is started again after its end, in milliseconds. */
const [firstPauseMs, longestPauseMs] = [1_000, 60_000];

/**
 * Starts the process that keeps the indexes for searches without a search server, as far from readers as can be; started again when it ends.
 * Returns what stops it.
 */
export function startOfflineKeeper({ cmsUrl, token, dataDir }: OfflineKeeperOptions): () => void {
  const program = createRequire(import.meta.url).resolve("@essaim/search/offline/keeper");
  const env = { PATH: process.env["PATH"], CMS_URL: cmsUrl, ESSAIM_READ_TOKEN: token, DATA_DIR: dataDir };
  let child: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  let pause = firstPauseMs;
  let isStopped = false;
  const start = () => {
    // It ends with the site, since the channel between them then closes.
    child = fork(program, { env, stdio: ["ignore", "inherit", "inherit", "ipc"] });
    child.once("error", (error) => log("offline-keeper-failed", { reason: reasonOf(error) }));
    child.once("exit", (code) => {
      if (isStopped) return;
      log("offline-keeper-ended", { code, retryMs: pause });
      timer = setTimeout(start, pause).unref();
      pause = Math.min(pause * 2, longestPauseMs);
    });
  };
  start();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    child?.kill();
  };
}
