import { lstat } from "node:fs/promises";
import { type Readable, Transform } from "node:stream";
import { openFolder } from "./folder-source.ts";
import { type Limits, mostBytes, packageLimits } from "./limits.ts";
import { refuseFile, unreadable } from "./refusal.ts";
import { openZip } from "./zip-source.ts";

/** A file of a package; its bytes may be read several times. */
export interface PackageFile {
  readonly path: string;
  /** What the file weighs inside the archive; nothing outside archives. */
  readonly compressedBytes?: number;
  readonly open: () => Promise<Readable>;
}

/** The files of a folder or an archive, by their path in the package; paths were checked, bytes were not. */
export interface PackageSource {
  readonly files: ReadonlyMap<string, PackageFile>;
  readonly close: () => Promise<void>;
}

/** Opens a package: a folder, or a .zip. Fails with PackageRefused where its files are not a package's. */
export async function openPackage(path: string, limits: Limits = packageLimits): Promise<PackageSource> {
  const stats = await lstat(path).catch((cause: unknown) => {
    throw refuseFile("", `le paquet ${path} est introuvable`, { cause });
  });
  const source = stats.isFile() ? await openZip(path, limits) : await openFolder(path, limits);
  return { ...source, files: metered(source.files, limits) };
}

/** The same files, their bytes counted as they are read: nothing an archive says of sizes is believed. */
function metered(files: ReadonlyMap<string, PackageFile>, limits: Limits): ReadonlyMap<string, PackageFile> {
  const meter = createMeter(limits);
  return new Map(
    [...files].map(([path, file]) => [path, { ...file, open: async () => meter(file, await file.open()) }]),
  );
}

function createMeter(limits: Limits): (file: PackageFile, stream: Readable) => Readable {
  const weighed = new Map<string, number>();
  let total = 0;
  return (file, stream) => {
    const most = mostBytes(file.path, limits);
    let bytes = 0;
    const counter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        const known = weighed.get(file.path) ?? 0;
        if (bytes > known) {
          total += bytes - known;
          weighed.set(file.path, bytes);
        }
        const fault = weightFault(file, bytes, most, total, limits);
        if (fault) done(refuseFile(file.path, fault));
        else done(null, chunk);
      },
    });
    stream.on("error", (cause) => counter.destroy(unreadable(file.path, cause)));
    counter.on("close", () => stream.destroy());
    return stream.pipe(counter);
  };
}

function weightFault(file: PackageFile, bytes: number, most: number, total: number, limits: Limits) {
  if (bytes > most) return `fichier trop lourd : au plus ${inMegabytes(most)} Mo`;
  if (total > limits.totalBytes) return `paquet trop lourd : au plus ${inMegabytes(limits.totalBytes)} Mo en tout`;
  const { compressedBytes } = file;
  if (compressedBytes !== undefined && bytes > limits.ratioFloor && bytes > limits.ratio * compressedBytes)
    return `archive piégée : ce fichier grossit plus de ${limits.ratio} fois en s’ouvrant`;
  return undefined;
}

const inMegabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
