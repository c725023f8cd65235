import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { PassThrough, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  compareLines,
  defaultLicence,
  type ExportedLine,
  entryText,
  exportedType,
  type Key,
  keyOf,
  type Manifest,
  mediaPaths,
  withoutOrphans,
  withoutUnknown,
} from "@essaim/content";
import { ZipFile } from "yazl";
import type { MediaLoader } from "../../content/load-media.ts";
import type { PackageLoader } from "../../content/load-package.ts";
import { CmsUnavailable } from "../../content/unavailable.ts";

/** Where a package comes from. */
export interface PackageSource {
  readonly entries: PackageLoader;
  readonly media: Pick<MediaLoader, "bytes">;
  /** Origin of the site that gives it. */
  readonly publicUrl: string;
}

/** The oldest date that archives know, and no time zone: equal contents give equal bytes. */
const entryOptions = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true };

/** Writes all that is published as a package at a path; returns the SHA-256 of its bytes. Throws `CmsUnavailable`. */
export async function writePackage(path: string, source: PackageSource): Promise<string> {
  const published: ExportedLine[] = [];
  let newest = "";
  for await (const { line, updatedAt } of source.entries()) {
    published.push(line);
    if (updatedAt > newest) newest = updatedAt;
  }
  const lines = withoutOrphans(published).toSorted(compareLines);
  const zip = new ZipFile();
  const archive = new PassThrough();
  zip.outputStream.pipe(archive);
  const fail = (error: Error) => void archive.destroy(error);
  zip.once("error", fail);
  // Nothing is read of a file before its turn comes: a part of one at a time is in memory.
  function add(name: string, content: Iterable<string> | AsyncIterable<Uint8Array>, compress: boolean) {
    zip.addReadStream(Readable.from(content).once("error", fail), name, { ...entryOptions, compress });
  }
  add("essaim.json", [manifestText(source.publicUrl, newest)], true);
  add("content.jsonl", textsOf(lines), true);
  for (const file of [...new Set(lines.flatMap(mediaPaths))].sort()) add(file, bytesOf(file, source.media), false);
  zip.end();
  return save(archive, path);
}

/** The portal's licence serves what has none of its own. */
function manifestText(source: string, newest: string): string {
  const date = newest.slice(0, 10);
  const manifest: Manifest = {
    format: "essaim-package",
    version: 1,
    source,
    ...(date && { date }),
    licence: defaultLicence,
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

function* textsOf(lines: readonly ExportedLine[]): Generator<string> {
  const keys = new Set<Key>(lines.map(({ type, uid }) => keyOf(type, uid)));
  for (const line of lines) {
    const data = withoutUnknown(exportedType(line.type).fields, line.data, (key) => keys.has(key));
    yield `${entryText({ ...line, data })}\n`;
  }
}

async function* bytesOf(path: string, media: PackageSource["media"]): AsyncGenerator<Uint8Array> {
  const name = path.slice("media/".length);
  const hash = name.split(".", 1)[0] ?? "";
  const bytes = await media.bytes(hash, name);
  if (!bytes) throw new CmsUnavailable(`The file ${name} was withdrawn while a package was made.`);
  const sum = createHash("sha256");
  for await (const chunk of bytes) {
    sum.update(chunk);
    yield chunk;
  }
  if (sum.digest("hex") !== hash) throw new CmsUnavailable(`The file ${name} came with other bytes.`);
}

async function save(archive: Readable, path: string): Promise<string> {
  const sum = createHash("sha256");
  async function* summed(chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      sum.update(chunk);
      yield chunk;
    }
  }
  await pipeline(archive, summed, createWriteStream(path));
  return sum.digest("hex");
}
