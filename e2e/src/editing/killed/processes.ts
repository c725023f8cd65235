import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

/** What each part's own process was started with, and no other of the same portal. */
const marks = {
  engine: /^\S*meilisearch\S* --http-addr/,
  follower: /search\/src\/main\.ts$/,
  cms: /cms\/dist\/src\/main\.js$/,
} as const;

/** A part of the portal that is kept running. */
export type PartName = keyof typeof marks;

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

async function allProcesses(): Promise<Process[]> {
  const { stdout } = await promisify(execFile)("ps", ["-A", "-ww", "-o", "pid=,ppid=,args="], {
    maxBuffer: 64 * 1024 ** 2,
  });
  return [...stdout.matchAll(/^ *(\d+) +(\d+) (.*)$/gm)].map(([, pid, parent, command = ""]) => ({
    pid: Number(pid),
    parent: Number(parent),
    command: command.trim(),
  }));
}

/** The process that keeps the parts of the portal on a data folder running. */
export const supervisorOf = async (dataDir: string): Promise<number> =>
  Number.parseInt(await readFile(join(dataDir, "portal.lock"), "utf8"), 10);

/** A part's process of the portal on a data folder, if it runs. */
export async function processOf(dataDir: string, part: PartName): Promise<number | undefined> {
  const all = await allProcesses();
  const own = new Set([await supervisorOf(dataDir)]);
  // Grandchildren too: a program that isn't Node's runs below one that is.
  for (let before = 0; before < own.size; ) {
    before = own.size;
    for (const { pid, parent } of all) if (own.has(parent)) own.add(pid);
  }
  return all.find(({ pid, command }) => own.has(pid) && marks[part].test(command))?.pid;
}

/** Sends a signal to a part's process, which must run, and answers its number. */
export async function signalPart(dataDir: string, part: PartName, signal: NodeJS.Signals): Promise<number> {
  const pid = await processOf(dataDir, part);
  if (pid === undefined) throw new Error(`The ${part} does not run.`);
  process.kill(pid, signal);
  return pid;
}
