import { packagedMediaSchema } from "@essaim/content";

/** The files at the root of a package. */
export const rootFiles = ["essaim.json", "content.jsonl", "versions.jsonl"] as const;

/** Why a path can't stand in a package, in French: it leaves the package or is not written as paths are; nothing when it can. */
function escapeFault(path: string): string | undefined {
  if (path === "") return "nom de fichier vide";
  if (path.includes("\\")) return "nom de fichier refusé : barre oblique inversée";
  if (path.startsWith("/") || /^[A-Za-z]:/.test(path)) return "nom de fichier refusé : chemin absolu";
  if (path.split("/").some((part) => part === ".." || part === "."))
    return "nom de fichier refusé : le chemin sort du dossier du paquet";
  return undefined;
}

/** What desktops leave in folders and archives by themselves: never read, never refused. */
export function isClutter(path: string): boolean {
  const parts = path.replace(/\/$/, "").split("/");
  const name = parts.at(-1) ?? "";
  return parts[0] === "__MACOSX" || [".DS_Store", "Thumbs.db", "desktop.ini"].includes(name) || name.startsWith("._");
}

/** Why a path can't be a file of a package, in French; nothing when it can. */
export function pathFault(path: string): string | undefined {
  const fault = escapeFault(path);
  if (fault || rootFiles.some((name) => name === path)) return fault;
  if (!path.startsWith("media/"))
    return "fichier inattendu : un paquet contient essaim.json, content.jsonl, versions.jsonl et media/";
  if (packagedMediaSchema.safeParse(path).success) return undefined;
  return "nom de fichier refusé : lettres sans accent, chiffres, points, tirets, puis une extension (media/photo.jpg)";
}

/** Why a path can't be a folder of a package, in French; nothing when it can. */
export function folderFault(path: string): string | undefined {
  const fault = escapeFault(path);
  if (fault || /^media(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/.test(path)) return fault;
  return "dossier inattendu : un paquet n’a que le dossier media/";
}
