import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { folders } from "../environment.ts";

const dayMs = 24 * 60 * 60_000;

const stored = z.object({ hash: z.string(), ext: z.string() });
const rowSchema = stored.extend({ formats: z.record(z.string(), stored).nullish() });

/** A file in the store's folder. */
export interface FoundFile {
  readonly name: string;
  /** When it was written, in milliseconds since 1970. */
  readonly writtenAt: number;
}

/**
 * The files that no row of the media library knows and that no upload in progress can have written. None where most are unknown: the folder then
 * goes with another database than this one, and nothing in it is ours to remove.
 */
export function orphansAmong(found: readonly FoundFile[], known: ReadonlySet<string>, now: number): FoundFile[] {
  const unknown = found.filter(({ name }) => !known.has(name));
  if (unknown.length * 2 > found.length) return [];
  return unknown.filter(({ writtenAt }) => writtenAt < now - dayMs);
}

async function filesInStore(): Promise<FoundFile[]> {
  const entries = await readdir(folders.uploads, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && !entry.name.startsWith(".")).map(({ name }) => name);
  const found: FoundFile[] = [];
  for (const name of names) {
    const stats = await stat(join(folders.uploads, name)).catch(() => undefined);
    if (stats) found.push({ name, writtenAt: stats.mtimeMs });
  }
  return found;
}

/** Names in the store of all files of the media library and of their copies. */
async function knownNames(strapi: Core.Strapi): Promise<Set<string>> {
  const rows: unknown = await strapi.db.query("plugin::upload.file").findMany({ select: ["hash", "ext", "formats"] });
  const files = z.array(rowSchema).parse(rows);
  return new Set(
    files.flatMap(({ formats, ...own }) => [own, ...Object.values(formats ?? {})]).map(({ hash, ext }) => hash + ext),
  );
}

/** Removes what uploads left that were cut off between the store and the database. */
async function removeOrphans(strapi: Core.Strapi): Promise<void> {
  // In this order: what is stored in between is young, and what is forgotten in between is removed with its row.
  const found = await filesInStore();
  const orphans = orphansAmong(found, await knownNames(strapi), Date.now());
  for (const { name } of orphans) await rm(join(folders.uploads, name), { force: true });
  if (orphans.length > 0) strapi.log.info(`${orphans.length} files that no upload finished were removed`);
}

let daily: NodeJS.Timeout | undefined;

/** Looks for such files now, while the CMS goes on starting, and once a day. */
export function watchForOrphans(strapi: Core.Strapi): void {
  const look = () =>
    void removeOrphans(strapi).catch((error: unknown) =>
      strapi.log.error(`unfinished uploads were not removed: ${String(error)}`),
    );
  daily = setInterval(look, dayMs).unref();
  look();
}

/** Ends the daily look. */
export function stopWatchingForOrphans(): void {
  clearInterval(daily);
}
