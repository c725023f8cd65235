import { z } from "zod";
import { type Key, keyOf } from "../keys.ts";
import { defaultLocale, type Locale } from "../locales.ts";
import { keysOf } from "../model/references.ts";
import { mapLeaves } from "../model/walk.ts";
import { contentType } from "../types/index.ts";
import { type PackageLine, parseLine } from "./line.ts";
import { mostProblems, type PackageProblem, problemAt } from "./problem.ts";

/** What is already there where the package goes: the documents' source locales by key. */
export type Existing = ReadonlyMap<Key, Locale>;

/** A numbered line of a package. */
export interface NumberedLine {
  readonly number: number;
  readonly line: PackageLine;
}

/** A package whose every line was understood and whose every reference leads somewhere, or all that is wrong with it. */
export type CheckedPackage =
  | { readonly ok: true; readonly lines: NumberedLine[]; readonly sourceLocales: ReadonlyMap<Key, Locale> }
  | { readonly ok: false; readonly problems: PackageProblem[] };

/** Checks a whole package: `lines` are those of `content.jsonl`, `files` the paths that it holds under `media/`. */
export function checkPackage(lines: Iterable<string>, files: ReadonlySet<string>, existing: Existing): CheckedPackage {
  const problems: PackageProblem[] = [];
  const understood: NumberedLine[] = [];
  let number = 0;
  for (const text of lines) {
    number += 1;
    if (problems.length >= mostProblems) break;
    if (text.trim() === "") continue;
    const parsed = parseLine(text, number);
    if (parsed.ok) understood.push({ number, line: parsed.line });
    else problems.push(...parsed.problems);
  }
  // References to lines that were not understood would seem to lead nowhere: only what stands by itself is told.
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, mostProblems) };
  return checkLines(understood, files, existing);
}

/** Checks lines that were understood one by one against each other, the package's files and the portal. */
export function checkLines(lines: NumberedLine[], files: ReadonlySet<string>, existing: Existing): CheckedPackage {
  const sourceLocales = sourceLocalesOf(lines, existing);
  const problems = [
    ...duplicates(lines),
    ...takenSlugs(lines),
    ...misplacedFacts(lines, sourceLocales),
    ...danglingLinks(lines, files, existing),
  ].sort((a, b) => a.line - b.line);
  return problems.length > 0
    ? { ok: false, problems: problems.slice(0, mostProblems) }
    : { ok: true, lines, sourceLocales };
}

function duplicates(lines: readonly NumberedLine[]): PackageProblem[] {
  const seen = new Map<string, number>();
  return lines.flatMap(({ number, line }) => {
    const key = keyOf(line.type, line.uid);
    const name = contentType(line.type).localized ? `${key} (${line.locale})` : key;
    const firstLine = seen.get(name);
    if (firstLine !== undefined) return [problemAt(number, "uid", "duplicate", { name, firstLine })];
    seen.set(name, number);
    return [];
  });
}

/** Two documents of one type can't have the same address in any locale; without a slug, the slug is the uid. */
function takenSlugs(lines: readonly NumberedLine[]): PackageProblem[] {
  const seen = new Map<string, { uid: string; locale: Locale; number: number }>();
  return lines.flatMap(({ number, line: { type, uid, locale, data } }) => {
    if (!contentType(type).localized) return [];
    const slug = typeof data["slug"] === "string" ? data["slug"] : uid;
    const address = `${type} ${slug}`;
    const first = seen.get(address);
    if (first && first.uid !== uid)
      return [problemAt(number, "data.slug", "slug-taken", { slug, locale: first.locale, firstLine: first.number })];
    seen.set(address, { uid, locale, number });
    return [];
  });
}

const factsOf = (line: PackageLine): string[] =>
  Object.keys(line.data).filter((name) => contentType(line.type).fields[name]?.nature === "fact");

/** The locale that owns each document's facts: what the portal knows already, else the line with facts, else French, else the first line. */
function sourceLocalesOf(lines: readonly NumberedLine[], existing: Existing): ReadonlyMap<Key, Locale> {
  const groups = Map.groupBy(lines, ({ line }) => keyOf(line.type, line.uid));
  const sources = new Map<Key, Locale>();
  for (const [key, group] of groups) {
    const owner =
      group.find(({ line }) => factsOf(line).length > 0) ??
      group.find(({ line }) => line.locale === defaultLocale) ??
      group[0];
    const source = existing.get(key) ?? owner?.line.locale;
    if (source) sources.set(key, source);
  }
  return sources;
}

function misplacedFacts(lines: readonly NumberedLine[], sources: ReadonlyMap<Key, Locale>): PackageProblem[] {
  return lines.flatMap(({ number, line }) => {
    const sourceLocale = sources.get(keyOf(line.type, line.uid));
    if (!contentType(line.type).localized || !sourceLocale || sourceLocale === line.locale) return [];
    return factsOf(line).map((field) => problemAt(number, `data.${field}`, "misplaced-fact", { sourceLocale }));
  });
}

function danglingLinks(
  lines: readonly NumberedLine[],
  files: ReadonlySet<string>,
  existing: Existing,
): PackageProblem[] {
  const inPackage = new Set(lines.map(({ line }) => keyOf(line.type, line.uid)));
  return lines.flatMap(({ number, line }) => {
    const problems: PackageProblem[] = [];
    mapLeaves(contentType(line.type).fields, line.data, (field, value, path) => {
      const missing = keysOf(field, value).filter((key) => !inPackage.has(key) && !existing.has(key));
      problems.push(...missing.map((key) => problemAt(number, `data.${path}`, "dangling-reference", { key })));
      const file = field.shape.kind === "media" ? z.string().parse(value) : undefined;
      if (file !== undefined && !files.has(file))
        problems.push(problemAt(number, `data.${path}`, "missing-file", { path: file }));
    });
    return problems;
  });
}
