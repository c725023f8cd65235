import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";

const compressible = /\.(?:css|js|mjs|svg|json|txt|xml|webmanifest)$/;

/** Compresses the static files beside themselves, and names the build after all its bytes in `build.json`. */
export async function finishBuild(dist: URL): Promise<void> {
  const client = fileURLToPath(new URL("client/", dist));
  for (const file of await filesOf(client)) {
    if (compressible.test(file)) await compress(join(client, file));
  }
  const hash = createHash("sha256");
  const root = fileURLToPath(dist);
  for (const file of (await filesOf(root)).filter((name) => name !== "build.json").sort()) {
    hash.update(`${file}\0`).update(await readFile(join(root, file)));
  }
  await writeFile(new URL("build.json", dist), JSON.stringify({ build: hash.digest("hex").slice(0, 16) }));
}

async function compress(path: string): Promise<void> {
  const bytes = await readFile(path);
  const [br, gz] = await Promise.all([promisify(brotliCompress)(bytes), promisify(gzip)(bytes, { level: 9 })]);
  if (br.length < bytes.length) await writeFile(`${path}.br`, br);
  if (gz.length < bytes.length) await writeFile(`${path}.gz`, gz);
}

/** Paths of the files below a folder, relative to it; none where it doesn't exist. */
async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length));
}
