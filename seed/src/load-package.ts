import { buffer } from "node:stream/consumers";
import {
  batchMaxEntries,
  contentType,
  type EntryResult,
  type Existing,
  isFileRefusal,
  type Key,
  keyOf,
  mediaPaths,
  type NumberedLine,
  type PackageLine,
} from "@essaim/content";
import { type CheckFile, type ContentPackage, inWritingOrder, type NumberedVersion } from "./content-package.ts";
import type { PackageSource } from "./package-source.ts";
import { type Portal, RequestRefused } from "./portal.ts";
import type { Progress } from "./progress.ts";
import { PackageRefused, refuseFile } from "./refusal.ts";

/** How a load is asked for: `dryRun` writes nothing, `draft` publishes nothing. */
export interface LoadOptions {
  readonly dryRun: boolean;
  readonly draft: boolean;
}

/** How many entries a load created, updated and left as they were. */
export type Tally = Record<EntryResult, number>;

/** All that a load works with. */
export interface Load {
  readonly portal: Portal;
  readonly source: PackageSource;
  readonly content: ContentPackage;
  readonly existing: Existing;
  readonly options: LoadOptions;
  readonly progress: Progress;
}

/** Writes a checked package into the portal: files, then empty documents, then history, then entries. */
export async function loadPackage(load: Load): Promise<Tally> {
  const { portal, content, options } = load;
  let reserved: ReadonlySet<PackageLine> = new Set();
  if (!options.dryRun) {
    await sendMedia(load);
    reserved = await reserve(load);
    await inBatches(load, "Historique", content.versions, "versions.jsonl", (batch) =>
      portal.sendVersions({ versions: batch.map(({ line }) => ({ ...line, files: filesOf(content, line) })) }),
    );
  }
  const tally: Tally = { created: 0, updated: 0, unchanged: 0 };
  await inBatches(load, "Entrées", inWritingOrder(content), "content.jsonl", async (batch) => {
    const entries = batch.map(({ line }) => toEntry(content, line));
    const results = await portal.sendEntries({ entries, draft: options.draft }, options.dryRun);
    results.forEach((result, index) => {
      const line = batch[index]?.line;
      // To the CMS, an entry that was reserved a moment ago is there already.
      tally[result === "updated" && line && reserved.has(line) ? "created" : result] += 1;
    });
  });
  return tally;
}

function toEntry(content: ContentPackage, line: PackageLine) {
  const sourceLocale = content.sourceLocales.get(keyOf(line.type, line.uid)) ?? line.locale;
  return { ...line, sourceLocale, files: filesOf(content, line) };
}

/** The hashes of the files that an entry or a version names. */
function filesOf(content: ContentPackage, line: { type: string; data: Record<string, unknown> }) {
  return Object.fromEntries(
    mediaPaths(line).flatMap((path) => {
      const hash = content.hashes.get(path);
      return hash ? [[path, hash]] : [];
    }),
  );
}

/** Has the portal look at each file before anything is written: what it takes, it says alone. */
export const fileCheck =
  ({ checkMedia }: Portal): CheckFile =>
  (path, bytes) =>
    ofFile(path, checkMedia(nameOf(path), bytes));

const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** What the portal refuses of a file, under the file's name. */
async function ofFile(path: string, answer: Promise<unknown>): Promise<void> {
  await answer.catch((error: unknown) => {
    throw error instanceof RequestRefused && isFileRefusal(error.code)
      ? refuseFile(path, error.message, { cause: error })
      : error;
  });
}

async function sendMedia({ portal, source, content, progress }: Load): Promise<void> {
  const named = new Set([...content.lines, ...content.versions].flatMap(({ line }) => mediaPaths(line)));
  const paths = [...named].filter((path) => content.hashes.has(path)).sort();
  progress.start("Fichiers", paths.length);
  for (const path of paths) {
    const file = source.files.get(path);
    if (file) await ofFile(path, portal.sendMedia(nameOf(path), await buffer(await file.open())));
    progress.advance(1);
  }
  progress.stop();
}

/** Creates the localised documents that the portal lacks, empty, so that entries may refer to each other in any order. */
async function reserve(load: Load): Promise<ReadonlySet<PackageLine>> {
  const missing = new Map<Key, NumberedLine>();
  for (const numbered of inWritingOrder(load.content)) {
    const key = keyOf(numbered.line.type, numbered.line.uid);
    if (contentType(numbered.line.type).localized && !load.existing.has(key) && !missing.has(key))
      missing.set(key, numbered);
  }
  const lines = [...missing.values()];
  await inBatches(load, "Préparation", lines, "content.jsonl", (batch) =>
    load.portal.reserve({
      entries: batch.map(({ line: { type, uid, locale, data } }) => ({
        type,
        uid,
        locale,
        title: String(data["title"]),
      })),
    }),
  );
  return new Set(lines.map(({ line }) => line));
}

type Numbered = NumberedLine | NumberedVersion;

/** Requests stay well under what the CMS reads at once. */
const batchMaxLength = 8_000_000;

async function inBatches<N extends Numbered>(
  { progress }: Load,
  label: string,
  lines: readonly N[],
  file: string,
  send: (batch: readonly N[]) => Promise<void>,
): Promise<void> {
  progress.start(label, lines.length);
  try {
    for (const batch of batchesOf(lines)) {
      await send(batch).catch((error: unknown) => {
        throw atItsLine(error, batch, file);
      });
      progress.advance(batch.length);
    }
  } finally {
    progress.stop();
  }
}

function* batchesOf<N extends Numbered>(lines: readonly N[]): Generator<N[]> {
  let batch: N[] = [];
  let length = 0;
  for (const numbered of lines) {
    const size = JSON.stringify(numbered.line).length;
    if (batch.length >= batchMaxEntries || (batch.length > 0 && length + size > batchMaxLength)) {
      yield batch;
      batch = [];
      length = 0;
    }
    batch.push(numbered);
    length += size;
  }
  if (batch.length > 0) yield batch;
}

/** What the CMS refused, at its line of the package. */
function atItsLine(error: unknown, batch: readonly Numbered[], file: string): unknown {
  if (!(error instanceof RequestRefused) || error.line === undefined) return error;
  const line = batch[error.line - 1]?.number ?? 0;
  return new PackageRefused([{ file, line, field: error.field ?? "", sentence: error.message }], { cause: error });
}
