import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";

/** The same for every entry, and without a time zone: the oldest date that archives know. */
const fixedDate = new Date(1980, 0, 1);

/** Writes files of a folder into a .zip, in the given order; equal files give equal bytes. */
export async function writeZip(path: string, folder: string, names: readonly string[]): Promise<void> {
  const zip = new ZipFile();
  for (const name of names) {
    const compress = !name.startsWith("media/");
    // The DOS date has no time zone; the other kind of date that yazl writes has one.
    const options = { mtime: fixedDate, mode: 0o100644, compress, forceDosTimestamp: true };
    zip.addFile(join(folder, name), name, options);
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}
