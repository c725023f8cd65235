import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { PlainError } from "../launch/plain-error.mjs";
import { lastLines, openLog } from "./part-log.ts";

/** One long-running process of the portal. */
export interface Part {
  /** Names its log. */
  readonly name: string;
  /** How people call it, in French, with its article: « Le site ». */
  readonly label: string;
  /** Arguments to Node: the program and its own arguments. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Answers whether the part can serve. */
  readonly probe: () => Promise<boolean>;
  /** Longest wait for the first good answer. */
  readonly patienceMs: number;
}

/** How parts are kept. */
export interface SupervisionOptions {
  readonly logFolder: string;
  readonly say: (line: string) => void;
  readonly firstPauseMs?: number;
  readonly longestPauseMs?: number;
  /** A part that lived this long starts again after the first pause. */
  readonly wellAfterMs?: number;
  /** Time for a part to end by itself before it is killed. */
  readonly graceMs?: number;
}

/** A part that is kept running. */
export interface SupervisedPart {
  readonly name: string;
  /** Process id, while it runs. */
  pid(): number | undefined;
  /** Ends when the part serves; fails when it can’t be started. */
  ready(): Promise<void>;
  /** Ends the part and all that it started. */
  stop(): Promise<void>;
}

const parentWatch = fileURLToPath(new URL("parent-watch.mjs", import.meta.url));
const groups = process.platform !== "win32";
const patientExits = 3;

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(groups ? -pid : pid, signal);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

/** Starts a part; its log is its own file descriptor, not a pipe through this program, so that its last words are kept whatever happens here. */
function spawnPart(part: Part, logPath: string) {
  const log = openLog(logPath);
  // A group of its own: Ctrl-C in the terminal reaches this program alone, which then ends the parts in good order.
  const child = spawn(process.execPath, ["--import", parentWatch, ...part.args], {
    cwd: part.cwd,
    env: part.env,
    stdio: ["ignore", log, log, "ipc"],
    detached: groups,
  });
  closeSync(log);
  return child;
}

/** How a process ended, for people: « SIGKILL » or « code 1 ». */
async function ended(child: ChildProcess): Promise<string> {
  try {
    const [code, signal]: (number | string | null)[] = await once(child, "exit");
    return String(signal ?? `code ${code}`);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Starts a part and keeps it running: one that dies is started again, after a pause that doubles each time. */
export function supervise(part: Part, options: SupervisionOptions): SupervisedPart {
  const { say, firstPauseMs = 1_000, longestPauseMs = 30_000, wellAfterMs = 60_000, graceMs = 10_000 } = options;
  const logPath = join(options.logFolder, `${part.name}.log`);
  const stopping = new AbortController();
  let pid: number | undefined;
  let exits = 0;
  let served = false;

  async function keep(): Promise<void> {
    let pause = firstPauseMs;
    while (!stopping.signal.aborted) {
      const since = Date.now();
      const child = spawnPart(part, logPath);
      pid = child.pid;
      const end = await ended(child);
      // What the part itself had started must not outlive it.
      if (pid !== undefined) signalGroup(pid, "SIGKILL");
      pid = undefined;
      exits += 1;
      if (stopping.signal.aborted) return;
      if (Date.now() - since >= wellAfterMs) pause = firstPauseMs;
      if (served) say(`⚠ ${part.label} s'est arrêté (${end}) : nouveau départ dans ${Math.ceil(pause / 1000)} s.`);
      await delay(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
      pause = Math.min(pause * 2, longestPauseMs);
    }
  }

  const kept = keep();

  return {
    name: part.name,
    pid: () => pid,
    async ready() {
      const deadline = Date.now() + part.patienceMs;
      while (!stopping.signal.aborted) {
        if (pid !== undefined && (await part.probe().catch(() => false))) {
          served = true;
          return;
        }
        if (exits >= patientExits || Date.now() > deadline) {
          throw new PlainError(
            `${part.label} ne démarre pas. Ses dernières lignes (tout est dans ${logPath}) :\n${lastLines(logPath)}`,
          );
        }
        await delay(100, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    },
    async stop() {
      stopping.abort();
      if (pid !== undefined) signalGroup(pid, "SIGTERM");
      const killing = setTimeout(() => {
        if (pid !== undefined) signalGroup(pid, "SIGKILL");
      }, graceMs);
      await kept;
      clearTimeout(killing);
    },
  };
}
