import { lstat, mkdir, mkdtemp, open, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { WrongUsage } from "./command.ts";
import { rootFiles } from "./package-path.ts";
import { writeZip } from "./zip-archive.ts";

/** Makes a package at `path` (a .zip when it ends so, else a folder), whole or not at all; `write` fills an empty folder. */
export async function writeTarget<R>(path: string, write: (folder: string) => Promise<R>): Promise<R> {
  const target = resolve(path);
  const isZip = target.toLowerCase().endsWith(".zip");
  await refuseOthers(target, isZip);
  await mkdir(dirname(target), { recursive: true });
  const work = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  try {
    const folder = join(work, "package");
    await mkdir(folder);
    const result = await write(folder);
    const made = isZip ? await zipped(work, folder) : folder;
    await takePlace(made, target, join(work, "former"));
    return result;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function zipped(work: string, folder: string): Promise<string> {
  const archive = join(work, "package.zip");
  const media = (await readdir(join(folder, "media"))).sort().map((name) => `media/${name}`);
  await writeZip(archive, folder, [...rootFiles, ...media]);
  return archive;
}

/** Renames: a reader sees the former package or the new one, never a half. */
async function takePlace(made: string, target: string, former: string): Promise<void> {
  const stats = await lstat(target).catch(() => undefined);
  if (stats?.isDirectory()) await rename(target, former);
  await rename(made, target);
}

/** What stands at the target is replaced only if it is a package, or empty. */
async function refuseOthers(target: string, isZip: boolean): Promise<void> {
  const stats = await lstat(target).catch(() => undefined);
  if (!stats) return;
  const fits = isZip ? stats.isFile() && (await isArchive(target)) : stats.isDirectory() && (await isPackage(target));
  if (fits) return;
  throw new WrongUsage(`${target} existe et n’est pas un paquet : choisissez un autre nom, rien n’a été touché`);
}

async function isPackage(folder: string): Promise<boolean> {
  const names = await readdir(folder);
  const known = new Set<string>([...rootFiles, "media"]);
  return names.length === 0 || (names.includes("essaim.json") && names.every((name) => known.has(name)));
}

async function isArchive(path: string): Promise<boolean> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 0 || buffer.toString("latin1") === "PK";
  } finally {
    await handle.close();
  }
}
