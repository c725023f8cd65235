import { existsSync, openSync, readFileSync, renameSync, statSync, writeSync } from "node:fs";

const largest = 5 * 1024 ** 2;

/** Opens a part’s log at its end; a long one is put aside first (`….log.1`), so that two of them are kept at most. */
export function openLog(path: string): number {
  if (existsSync(path) && statSync(path).size > largest) renameSync(path, `${path}.1`);
  const file = openSync(path, "a", 0o600);
  writeSync(file, `--- ${new Date().toISOString()}\n`);
  return file;
}

/** What a part said last, since its latest start. */
export function lastLines(path: string, count = 12): string {
  if (!existsSync(path)) return "";
  const [, ...latest] = (
    readFileSync(path, "utf8")
      .split(/^--- .*\n/m)
      .at(-1) ?? ""
  )
    .split("\n")
    .reverse();
  return latest.slice(0, count).reverse().join("\n");
}
