import { constants } from "node:fs";
import { open, readdir, realpath } from "node:fs/promises";
import { join, sep } from "node:path";
import type { Limits } from "./limits.ts";
import { folderFault, isClutter, pathFault } from "./package-path.ts";
import type { PackageFile, PackageSource } from "./package-source.ts";
import { refuseFile } from "./refusal.ts";

/** Opens a package kept as a folder; symbolic links are refused wherever they lead. */
export async function openFolder(path: string, limits: Limits): Promise<PackageSource> {
  const root = await realpath(path);
  const files = new Map<string, PackageFile>();
  for await (const name of walk(root, "")) {
    if (files.size >= limits.files) throw refuseFile("", `le paquet a plus de ${limits.files} fichiers`);
    const fault = pathFault(name);
    if (fault) throw refuseFile(name, fault);
    files.set(name, { path: name, open: () => openInside(root, name) });
  }
  return { files, close: async () => {} };
}

async function* walk(root: string, folder: string): AsyncGenerator<string> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (isClutter(name)) continue;
    if (entry.isFile()) yield name;
    else if (entry.isDirectory()) yield* walkInside(root, name);
    else
      throw refuseFile(name, entry.isSymbolicLink() ? "lien symbolique refusé" : "ce n’est pas un fichier ordinaire");
  }
}

function walkInside(root: string, folder: string): AsyncGenerator<string> {
  const fault = folderFault(folder);
  if (fault) throw refuseFile(folder, fault);
  return walk(root, folder);
}

/** Opens a file again by its name: what was a file during the walk may have become a link since. */
async function openInside(root: string, name: string) {
  const path = join(root, name);
  try {
    const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
    const real = await realpath(path);
    if (real.startsWith(root.endsWith(sep) ? root : root + sep)) return handle.createReadStream();
    await handle.close();
  } catch (cause) {
    throw refuseFile(name, "fichier illisible", { cause });
  }
  throw refuseFile(name, "lien symbolique refusé");
}
