import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { localeSchema } from "@essaim/content";
import { z } from "zod";
import { entryFile, type OfflineEntry } from "./offline-edition.ts";
import { type OfflineSource, offlineIndex } from "./offline-index.ts";

/** How long an index that was replaced stays for readers who began with it, in milliseconds. */
const graceMs = 10 * 60_000;

/**
 * Makes the index of a language and writes it into a folder of its own beside the ones that readers use, then points to it in one step.
 * Returns the entry.
 */
export async function writeOfflineIndex(source: OfflineSource, outDir: string): Promise<OfflineEntry> {
  const { folder, documents, files } = await offlineIndex(source);
  const entry: OfflineEntry = { folder, locale: source.locale, documents };
  await mkdir(outDir, { recursive: true });
  if (!(await isThere(join(outDir, folder)))) await writeFolder(join(outDir, folder), files);
  await startGrace(outDir, folder);
  const written = join(outDir, `${entryFile}.new`);
  await writeFile(written, JSON.stringify(entry));
  await rename(written, join(outDir, entryFile));
  await removeOld(outDir, folder);
  return entry;
}

/** A folder’s time is that of its replacement from then on. */
async function startGrace(outDir: string, next: string): Promise<void> {
  const present = await readEntry(outDir);
  if (present === null || present.folder === next) return;
  await utimes(join(outDir, present.folder), new Date(), new Date()).catch(() => undefined);
}

const entrySchema = z.object({ folder: z.string(), locale: localeSchema, documents: z.int() });

/** Reads the entry of an index; null where there is none. */
export async function readEntry(outDir: string): Promise<OfflineEntry | null> {
  try {
    return entrySchema.parse(JSON.parse(await readFile(join(outDir, entryFile), "utf8")));
  } catch {
    return null;
  }
}

const unfinished = ".part";
const packed = promisify(gzip);

async function writeFolder(path: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  await rm(path + unfinished, { recursive: true, force: true });
  const folders = new Set([...files.keys()].map((file) => dirname(join(path + unfinished, file))));
  for (const folder of folders) await mkdir(folder, { recursive: true });
  for (const [file, content] of files) {
    await writeFile(join(path + unfinished, file), content);
    // Pagefind’s other files are packed by itself.
    if (/\.js(?:on)?$/.test(file))
      await writeFile(join(path + unfinished, `${file}.gz`), await packed(content, { level: 9 }));
  }
  await rename(path + unfinished, path);
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Indexes that no reader can be in the middle of any more, and what an interrupted one left. */
async function removeOld(outDir: string, present: string): Promise<void> {
  const entries = await readdir(outDir, { withFileTypes: true });
  for (const { name } of entries.filter((entry) => entry.isDirectory() && entry.name !== present)) {
    const path = join(outDir, name);
    const { mtimeMs } = await stat(path);
    if (name.endsWith(unfinished) || Date.now() - mtimeMs > graceMs) await rm(path, { recursive: true, force: true });
  }
}
