import { createHash } from "node:crypto";
import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ExportCount } from "./export-options.ts";

/** Writes a file unless it holds just that already; returns the hash of what it holds. */
export async function writeChecked(
  folder: string,
  file: string,
  body: Buffer,
  knownHash: string | undefined,
  count: ExportCount,
): Promise<string> {
  const hash = createHash("sha256").update(body).digest("hex").slice(0, 20);
  const path = join(folder, file);
  const present = knownHash === undefined ? await readFile(path).catch(() => undefined) : undefined;
  if (present?.equals(body) || (hash === knownHash && (await isThere(path)))) return hash;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, body);
  await rename(`${path}.new`, path);
  count.written += 1;
  return hash;
}

/** Whether there is a file. */
export const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
