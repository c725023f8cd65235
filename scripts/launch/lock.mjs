import { readFileSync, rmSync, writeFileSync } from "node:fs";

/**
 * When a process began, in clock ticks since the machine’s start, so that a number given again to another process isn’t
 * taken for the one that held a lock; empty where /proc doesn’t exist.
 * @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html field 22
 * @param {number} pid
 */
export function processBirth(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * The process that holds a lock file, if it still lives.
 * @param {string} path
 * @returns {number | undefined}
 */
export function lockHolder(path) {
  try {
    const [pid = "", birth = ""] = readFileSync(path, "utf8").trim().split(" ");
    const holder = Number(pid);
    if (!Number.isInteger(holder) || holder <= 0 || !isAlive(holder)) return undefined;
    return processBirth(holder) === birth ? holder : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Takes a lock file for this process; a lock left by a process that died is taken over.
 * @param {string} path
 * @returns {{ release: () => void } | { holder: number }}
 */
export function takeLock(path) {
  const own = `${process.pid} ${processBirth(process.pid)}\n`;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      writeFileSync(path, own, { flag: "wx" });
      return {
        release: () => {
          if (lockHolder(path) === process.pid) rmSync(path, { force: true });
        },
      };
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      const holder = lockHolder(path);
      if (holder !== undefined) return { holder };
      rmSync(path, { force: true });
    }
  }
  throw new Error(`lock ${path} changes hands without end`);
}
