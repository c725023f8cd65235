import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, unlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Page } from "./page.ts";
import { decodePage, encodePage } from "./page-file.ts";

/** The disk tier: every page ever rendered by this build, one file each. */
export interface DiskPages {
  /** The page kept under an address, if its file is whole. */
  read(key: string): Promise<Page | undefined>;
  /** Keeps a page, a little later. */
  write(page: Page): void;
  /** Drops an address, a little later. */
  forget(key: string): void;
  /** Resolves once everything asked so far is on disk. */
  settled(): Promise<void>;
}

/** Where pages are kept. */
export interface DiskPagesOptions {
  /** Folder of all builds' pages. */
  readonly folder: string;
  /** Pages of other editions are removed: another build, or another public address, has other pages. */
  readonly edition: string;
  readonly maxBytes: number;
  /** Hears why a page could not be kept; the site goes on without. */
  readonly failed: (error: unknown) => void;
}

/** Opens the disk tier, and removes what other editions left. */
export async function openDiskPages({ folder, edition, maxBytes, failed }: DiskPagesOptions): Promise<DiskPages> {
  const root = join(folder, edition);
  await mkdir(root, { recursive: true });
  const others = (await readdir(folder, { withFileTypes: true })).filter((e) => e.isDirectory() && e.name !== edition);
  await Promise.all(others.map((entry) => rm(join(folder, entry.name), { recursive: true, force: true })));

  let bytes = sum(await listFiles(root));
  // One after another: a page's older bytes never replace its newer ones, and the disk isn't flooded.
  let queue: Promise<void> = Promise.resolve();
  const enqueue = (job: () => Promise<void>) => {
    queue = queue.then(job).catch(failed);
  };

  async function store(page: Page): Promise<void> {
    const path = pathOf(root, page.key);
    const file = encodePage(page);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.new`, file);
    await rename(`${path}.new`, path);
    bytes += file.length;
    if (bytes > maxBytes) bytes = await dropOldest(root, maxBytes * 0.8);
  }

  return {
    async read(key) {
      const file = await readFile(pathOf(root, key)).catch(() => undefined);
      return file && decodePage(file, key);
    },
    write: (page) => enqueue(() => store(page)),
    forget: (key) => enqueue(() => rm(pathOf(root, key), { force: true })),
    settled: () => queue,
  };
}

function pathOf(root: string, key: string): string {
  const name = createHash("sha256").update(key).digest("hex");
  return join(root, name.slice(0, 2), name.slice(2));
}

interface KeptFile {
  readonly path: string;
  readonly size: number;
  readonly writtenAt: number;
}

async function listFiles(root: string): Promise<KeptFile[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files: KeptFile[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const stats = await stat(path).catch(() => undefined);
    if (stats) files.push({ path, size: stats.size, writtenAt: stats.mtimeMs });
  }
  return files;
}

const sum = (files: readonly KeptFile[]): number => files.reduce((total, { size }) => total + size, 0);

/** Removes the files written longest ago until the rest fits; returns the bytes left. */
async function dropOldest(root: string, target: number): Promise<number> {
  const files = (await listFiles(root)).sort((a, b) => a.writtenAt - b.writtenAt);
  let left = sum(files);
  for (const { path, size } of files) {
    if (left <= target) break;
    await unlink(path);
    left -= size;
  }
  return left;
}
