import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { contentTypes, isPackagedType, type Locale, type Manifest, packagedMediaPath } from "@essaim/content";
import { compareLines, entryText, versionText } from "./package-line.ts";
import { mediaPaths } from "./package-media.ts";
import { OutOfReach, type Page, type PageQuery, type Portal, RequestRefused } from "./portal.ts";
import type { Progress } from "./progress.ts";

/** What an export reads; `type` limits it to one content type. */
export interface Export {
  readonly portal: Portal;
  readonly type: string | undefined;
  readonly progress: Progress;
}

/** How much an export wrote; `missing` are files that versions name and that the portal has withdrawn since. */
export interface Exported {
  readonly entries: number;
  readonly versions: number;
  readonly files: number;
  readonly missing: readonly string[];
}

/** Names of the types that packages hold. */
export const packagedTypes: readonly string[] = Object.keys(contentTypes).filter(isPackagedType);

/** Writes the portal's content into an empty folder; equal contents give equal bytes. */
export async function exportPackage(folder: string, { portal, type, progress }: Export): Promise<Exported> {
  const types = type === undefined ? packagedTypes : [type];
  const media = new Set<string>();
  const content = await writeLines(join(folder, "content.jsonl"), types, portal.exportPage, entryText, media);
  const history = await writeLines(join(folder, "versions.jsonl"), types, portal.versionsPage, versionText, media);
  const missing = await writeMedia(folder, [...media].sort(), portal, progress);
  // The date of the newest version moves with the content: today's would make two exports differ.
  const date = history.newest?.slice(0, 10);
  const manifest: Manifest = { format: "essaim-package", version: 1, ...(date && { date }) };
  await writeFile(join(folder, "essaim.json"), `${JSON.stringify(manifest, undefined, 2)}\n`);
  return { entries: content.count, versions: history.count, files: media.size - missing.length, missing };
}

interface Line {
  readonly type: string;
  readonly uid: string;
  readonly locale: Locale | null;
  readonly data: Record<string, unknown>;
  readonly at?: string;
}

interface Written {
  count: number;
  newest: string | undefined;
}

async function writeLines<L extends Line>(
  path: string,
  types: readonly string[],
  read: (query: PageQuery) => Promise<Page<L>>,
  toText: (line: L) => string,
  media: Set<string>,
): Promise<Written> {
  const written: Written = { count: 0, newest: undefined };
  async function* texts() {
    for (const type of types) {
      for (const line of (await readAll(type, read)).sort(compareLines)) {
        for (const file of mediaPaths(line)) media.add(file);
        written.count += 1;
        if (line.at && (written.newest === undefined || line.at > written.newest)) written.newest = line.at;
        yield `${toText(line)}\n`;
      }
    }
  }
  await pipeline(Readable.from(texts()), createWriteStream(path));
  return written;
}

const pageSize = 100;

async function readAll<L>(type: string, read: (query: PageQuery) => Promise<Page<L>>): Promise<L[]> {
  const lines: L[] = [];
  let after: string | undefined;
  do {
    const page = await read({ type, after, limit: pageSize });
    lines.push(...page.items);
    if (page.next !== null && page.next === after) throw new OutOfReach("le CMS redonne toujours la même page");
    after = page.next ?? undefined;
  } while (after !== undefined);
  return lines;
}

async function writeMedia(folder: string, paths: readonly string[], portal: Portal, progress: Progress) {
  const missing: string[] = [];
  await mkdir(join(folder, "media"), { recursive: true });
  progress.start("Fichiers", paths.length);
  for (const path of paths) {
    if (!(await writeFileOf(folder, path, portal))) missing.push(path);
    progress.advance(1);
  }
  progress.stop();
  return missing;
}

/** Copies one file from the portal; false when the portal has it no more. */
async function writeFileOf(folder: string, path: string, portal: Portal): Promise<boolean> {
  const name = path.slice("media/".length);
  const [hash = "", ext = ""] = name.split(".");
  if (packagedMediaPath({ hash, ext }) !== path)
    throw new OutOfReach(`le CMS nomme un fichier autrement que prévu : ${path}`);
  const stream = await portal.media(name).catch((error: unknown) => {
    if (error instanceof RequestRefused && error.status === 404) return undefined;
    throw error;
  });
  if (!stream) return false;
  const sum = createHash("sha256");
  async function* summed(source: AsyncIterable<Uint8Array>) {
    for await (const chunk of source) {
      sum.update(chunk);
      yield chunk;
    }
  }
  await pipeline(stream, summed, createWriteStream(join(folder, path)));
  if (sum.digest("hex") !== hash) throw new OutOfReach(`le fichier ${path} est arrivé abîmé`);
  return true;
}
