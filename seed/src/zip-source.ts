import { type Readable, Transform } from "node:stream";
import { crc32 } from "node:zlib";
import { type Entry, open, type ZipFile } from "yauzl";
import { z } from "zod";
import type { Limits } from "./limits.ts";
import { folderFault, isClutter, pathFault } from "./package-path.ts";
import type { PackageFile, PackageSource } from "./package-source.ts";
import { refuseFile, unreadable } from "./refusal.ts";

/** Opens a package kept as a .zip: every entry is judged before any is read. */
export async function openZip(path: string, limits: Limits): Promise<PackageSource> {
  const zip = await openArchive(path);
  try {
    if (zip.entryCount > limits.files) throw refuseFile("", `l’archive a plus de ${limits.files} fichiers`);
    const files = await listFiles(zip, limits);
    return { files, close: async () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

function openArchive(path: string): Promise<ZipFile> {
  // Names stay as bytes: yauzl would otherwise follow an archive's own idea of how they are decoded.
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true };
  return new Promise((resolve, reject) => {
    open(path, options, (cause, zip) => {
      if (cause) reject(refuseFile("", "l’archive .zip est illisible ou abîmée", { cause }));
      else resolve(zip);
    });
  });
}

function listFiles(zip: ZipFile, limits: Limits): Promise<ReadonlyMap<string, PackageFile>> {
  const files = new Map<string, PackageFile>();
  return new Promise((resolve, reject) => {
    zip.on("error", (cause) => reject(refuseFile("", "l’archive .zip est illisible ou abîmée", { cause })));
    zip.on("end", () => resolve(files));
    zip.on("entry", (entry: Entry) => {
      try {
        const name = nameOf(entry);
        if (name.endsWith("/") && !isClutter(name)) checkFolder(name);
        else if (!isClutter(name)) addFile(files, name, zip, entry, limits);
        zip.readEntry();
      } catch (error) {
        reject(error);
      }
    });
    zip.readEntry();
  });
}

const rawName = z.instanceof(Buffer);

/** Names of packages are ASCII: one byte, one character; anything else is refused as it stands. */
const nameOf = (entry: Entry): string => rawName.parse(entry.fileName).toString("latin1");

function checkFolder(name: string): void {
  const fault = folderFault(name.slice(0, -1));
  if (fault) throw refuseFile(name, fault);
}

function addFile(files: Map<string, PackageFile>, name: string, zip: ZipFile, entry: Entry, limits: Limits): void {
  const fault = pathFault(name) ?? entryFault(entry);
  if (fault) throw refuseFile(name, fault);
  if (files.has(name)) throw refuseFile(name, "ce nom de fichier figure deux fois dans l’archive");
  if (files.size >= limits.files) throw refuseFile("", `l’archive a plus de ${limits.files} fichiers`);
  files.set(name, {
    path: name,
    compressedBytes: Math.max(entry.compressedSize, 1),
    open: () => openEntry(zip, entry, name),
  });
}

const encryptedBits = 0x1 | 0x40 | 0x2000;
const fileKind = 0o170000;
const regularFile = 0o100000;
const symbolicLink = 0o120000;

function entryFault(entry: Entry): string | undefined {
  if ((entry.generalPurposeBitFlag & encryptedBits) !== 0)
    return "fichier chiffré : l’archive doit être sans mot de passe";
  const kind = (entry.externalFileAttributes >>> 16) & fileKind;
  if (kind === symbolicLink) return "lien symbolique refusé";
  if (kind !== 0 && kind !== regularFile) return "ce n’est pas un fichier ordinaire";
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) return "méthode de compression inconnue";
  return undefined;
}

function openEntry(zip: ZipFile, entry: Entry, name: string): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (cause, stream) => {
      if (cause) reject(unreadable(name, cause));
      else resolve(verified(stream, entry, name));
    });
  });
}

/** The same bytes, their checksum compared at the end: yauzl leaves that to its callers. */
function verified(stream: Readable, entry: Entry, name: string): Readable {
  let sum = 0;
  const check = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sum = crc32(chunk, sum);
      done(null, chunk);
    },
    flush(done) {
      done(sum === entry.crc32 ? null : refuseFile(name, "fichier abîmé : sa somme de contrôle est fausse"));
    },
  });
  stream.on("error", (cause) => check.destroy(unreadable(name, cause)));
  check.on("close", () => stream.destroy());
  return stream.pipe(check);
}
