import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Made by builds and tools, or read by tests alone: no part of what a build depends on. */
const ignored = /^(node_modules|dist|\.astro|\.strapi|\.cache|coverage|types|tests|testing)$|\.test\.tsx?$|\.md$/;

function* filesUnder(path: string): Generator<string> {
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) if (!ignored.test(name)) yield* filesUnder(join(path, name));
}

/**
 * Names the present state of some files and folders: the same when nothing in them changed.
 * @param paths from `root`; those that don’t exist count as empty
 */
export function hashSources(root: string, paths: readonly string[]): string {
  const hash = createHash("sha256").update(process.version);
  for (const path of paths) {
    const full = join(root, path);
    if (!statSync(full, { throwIfNoEntry: false })) continue;
    for (const file of filesUnder(full)) {
      const content = readFileSync(file);
      hash.update(`${file.slice(root.length)}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest("hex");
}
