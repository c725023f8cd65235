import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import {
  checkLines,
  contentTypes,
  type Existing,
  type Key,
  keyOf,
  type Locale,
  type Manifest,
  manifestSchema,
  mostProblems,
  type NumberedLine,
  type PackageLine,
  type PackageProblem,
  parseLine,
  parseVersionLine,
  problemAt,
  problemsOf,
  resourceTypes,
  type VersionLine,
  versionName,
} from "@essaim/content";
import { frenchRefusal } from "./french.ts";
import { readLines } from "./lines.ts";
import type { PackageFile, PackageSource } from "./package-source.ts";
import { PackageRefused, refuseFile } from "./refusal.ts";

/** A numbered line of `versions.jsonl`. */
export interface NumberedVersion {
  readonly number: number;
  readonly line: VersionLine;
}

/** A package that may be loaded: all of it was read and checked. */
export interface ContentPackage {
  readonly manifest: Manifest;
  readonly lines: readonly NumberedLine[];
  readonly versions: readonly NumberedVersion[];
  readonly sourceLocales: ReadonlyMap<Key, Locale>;
  /** SHA-256 of each file under `media/`. */
  readonly hashes: ReadonlyMap<string, string>;
}

/** Asks the portal whether it would take a file; fails with PackageRefused. */
export type CheckFile = (path: string, bytes: Buffer) => Promise<void>;

/** Reads and checks a whole package against itself and the portal; fails with PackageRefused, which says all that is wrong. */
export async function readContentPackage(
  source: PackageSource,
  existing: Existing,
  checkFile: CheckFile,
): Promise<ContentPackage> {
  const manifest = await readManifest(fileOf(source, "essaim.json"));
  const content = await readNumbered(fileOf(source, "content.jsonl"), parseLine);
  const history = source.files.get("versions.jsonl");
  const versions = history ? await readNumbered(history, parseVersionLine) : [];
  refuseAll(repeatedVersions(versions), "versions.jsonl");
  const hashes = await hashMedia(source, checkFile);
  const checked = checkLines(content, new Set(hashes.keys()), existing);
  if (!checked.ok) throw refused(checked.problems, "content.jsonl");
  refuseAll(unknownContact(manifest, content, existing), "essaim.json");
  const lines = content.map((numbered) => ({ ...numbered, line: withDefaults(numbered.line, manifest, checked) }));
  return { manifest, lines, versions, sourceLocales: checked.sourceLocales, hashes };
}

function fileOf(source: PackageSource, path: string): PackageFile {
  const file = source.files.get(path);
  if (file) return file;
  throw refuseFile(path, "ce fichier manque : un paquet le contient à sa racine");
}

const refused = (problems: readonly PackageProblem[], file: string) =>
  new PackageRefused(problems.map((problem) => frenchRefusal(problem, file)));

function refuseAll(problems: readonly PackageProblem[], file: string): void {
  if (problems.length > 0) throw refused(problems, file);
}

async function readManifest(file: PackageFile): Promise<Manifest> {
  let json: unknown;
  const written = await readUtf8(file);
  try {
    json = JSON.parse(written);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw refused([problemAt(0, "", "not-json", { detail })], file.path);
  }
  const parsed = manifestSchema.safeParse(json, { reportInput: true });
  if (!parsed.success) throw refused(problemsOf(parsed.error, 0), file.path);
  return parsed.data;
}

async function readUtf8(file: PackageFile): Promise<string> {
  const lines: string[] = [];
  for await (const line of readLines(await file.open(), file.path)) lines.push(line.text);
  return lines.join("\n");
}

type Parse<L> = (
  text: string,
  number: number,
) => { readonly ok: true; readonly line: L } | { readonly ok: false; readonly problems: PackageProblem[] };

async function readNumbered<L>(file: PackageFile, parse: Parse<L>): Promise<{ number: number; line: L }[]> {
  const understood: { number: number; line: L }[] = [];
  const problems: PackageProblem[] = [];
  for await (const { number, text } of readLines(await file.open(), file.path)) {
    if (text.trim() === "") continue;
    const parsed = parse(text, number);
    if (parsed.ok) understood.push({ number, line: parsed.line });
    else problems.push(...parsed.problems);
    if (problems.length >= mostProblems) break;
  }
  refuseAll(problems.slice(0, mostProblems), file.path);
  return understood;
}

function repeatedVersions(versions: readonly NumberedVersion[]): PackageProblem[] {
  const seen = new Map<string, number>();
  return versions.flatMap(({ number, line }) => {
    const name = versionName(line);
    const firstLine = seen.get(name);
    if (firstLine !== undefined) return [problemAt(number, "number", "duplicate", { name, firstLine })];
    seen.set(name, number);
    return [];
  });
}

/** Reads every file once before anything is written, so that a trap or a damaged file is found in time. */
async function hashMedia(source: PackageSource, checkFile: CheckFile): Promise<ReadonlyMap<string, string>> {
  const hashes = new Map<string, string>();
  for (const [path, file] of source.files) {
    if (!path.startsWith("media/")) continue;
    const bytes = await buffer(await file.open());
    await checkFile(path, bytes);
    hashes.set(path, createHash("sha256").update(bytes).digest("hex"));
  }
  return hashes;
}

function unknownContact({ contact }: Manifest, content: readonly NumberedLine[], existing: Existing): PackageProblem[] {
  if (contact === undefined) return [];
  const key = keyOf("person", contact);
  const known = existing.has(key) || content.some(({ line }) => line.type === "person" && line.uid === contact);
  return known ? [] : [problemAt(0, "contact", "dangling-reference", { key })];
}

/** The manifest's licence and contact serve resources that name none; both are facts, so they go on the source locale's line. */
function withDefaults(
  line: PackageLine,
  { licence, contact }: Manifest,
  { sourceLocales }: { sourceLocales: ReadonlyMap<Key, Locale> },
): PackageLine {
  const isResource = resourceTypes.some((name) => name === line.type);
  if (!isResource || sourceLocales.get(keyOf(line.type, line.uid)) !== line.locale) return line;
  return { ...line, data: { ...(licence && { licence }), ...(contact && { contact }), ...line.data } };
}

/** Lines in the order in which they may be written: what is referred to first, the source locale before its translations. */
export function inWritingOrder({ lines, sourceLocales }: ContentPackage): NumberedLine[] {
  const ranks = new Map(Object.keys(contentTypes).map((name, index) => [name, index]));
  const rank = ({ line }: NumberedLine) =>
    2 * (ranks.get(line.type) ?? 0) + (sourceLocales.get(keyOf(line.type, line.uid)) === line.locale ? 0 : 1);
  return lines.toSorted((a, b) => rank(a) - rank(b));
}
