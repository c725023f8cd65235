import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  compareLines,
  entryText,
  exportedType,
  type Key,
  keyOf,
  type Manifest,
  mediaPaths,
  mostProblems,
  packagedMediaPath,
  packagedTypes,
  versionText,
  withoutOrphans,
  withoutUnknown,
} from "@essaim/content";
import { type Contents, contractFaults, orphanFault } from "./contract-faults.ts";
import { OutOfReach, type Page, type PageQuery, type Portal, RequestRefused } from "./portal.ts";
import type { Progress } from "./progress.ts";
import { PackageRefused, type Refusal } from "./refusal.ts";

/** What an export reads; `type` limits it to one content type. */
export interface Export {
  readonly portal: Portal;
  readonly type: string | undefined;
  readonly progress: Progress;
}

/**
 * How much an export wrote; `missing` are files that versions name and that the portal has withdrawn since, `leftOut` says which entries are
 * about what isn’t published, and what is wrong with former versions that no package can hold.
 */
export interface Exported {
  readonly entries: number;
  readonly versions: number;
  readonly files: number;
  readonly missing: readonly string[];
  readonly leftOut: readonly Refusal[];
}

/** Writes the portal's content into an empty folder; equal contents give equal bytes. Fails with PackageRefused when what is published breaks the contract. */
export async function exportPackage(folder: string, { portal, type, progress }: Export): Promise<Exported> {
  const types = type === undefined ? packagedTypes : [type];
  const media = new Set<string>();
  const published = await readTypes(types, portal.exportPage);
  const faults = published.flatMap(contractFaults);
  if (faults.length > 0) throw new PackageRefused(faults.slice(0, mostProblems));
  // One type alone is meant for a portal that has the others. A whole package names nothing that it does not hold, such as drafts.
  const content = type === undefined ? withoutOrphans(published) : published;
  const keys = new Set(content.map((line) => keyOf(line.type, line.uid)));
  const isKnown = (key: Key) => type !== undefined || keys.has(key);
  await writeLines(join(folder, "content.jsonl"), content, entryText, isKnown, media);
  // Nobody can mend a former version: it must not stand in the way of the rest.
  const leftOut = published.filter((line) => !keys.has(keyOf(line.type, line.uid))).map(orphanFault);
  const history = (await readTypes(types, portal.versionsPage)).filter((version) => {
    if (!keys.has(keyOf(version.type, version.uid))) return false;
    const wrong = contractFaults(version);
    leftOut.push(...wrong);
    return wrong.length === 0;
  });
  await writeLines(join(folder, "versions.jsonl"), history, versionText, isKnown, media);
  const missing = await writeMedia(folder, [...media].sort(), portal, progress);
  // The date of the newest version moves with the content: today's would make two exports differ.
  const newest = history
    .map(({ at }) => at)
    .sort()
    .at(-1);
  const manifest: Manifest = { format: "essaim-package", version: 1, ...(newest && { date: newest.slice(0, 10) }) };
  await writeFile(join(folder, "essaim.json"), `${JSON.stringify(manifest, undefined, 2)}\n`);
  return { entries: content.length, versions: history.length, files: media.size - missing.length, missing, leftOut };
}

type ReadPage<L> = (query: PageQuery) => Promise<Page<L>>;

async function readTypes<L extends Contents>(types: readonly string[], read: ReadPage<L>): Promise<L[]> {
  const lines: L[] = [];
  for (const type of types) lines.push(...(await readAll(type, read)).sort(compareLines));
  return lines;
}

async function writeLines<L extends Contents>(
  path: string,
  lines: readonly L[],
  toText: (line: L) => string,
  isKnown: (key: Key) => boolean,
  media: Set<string>,
): Promise<void> {
  function* texts() {
    for (const line of lines) {
      const data = withoutUnknown(exportedType(line.type).fields, line.data, isKnown);
      for (const file of mediaPaths({ ...line, data })) media.add(file);
      yield `${toText({ ...line, data })}\n`;
    }
  }
  await pipeline(Readable.from(texts()), createWriteStream(path));
}

const pageSize = 100;

async function readAll<L>(type: string, read: ReadPage<L>): Promise<L[]> {
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
