import { z } from "zod";
import { type Key, keyOf } from "../keys.ts";
import { defaultLocale, type Locale } from "../locales.ts";
import { keysOf } from "../model/references.ts";
import { mapLeaves } from "../model/walk.ts";
import { contentType } from "../types/index.ts";
import { type PackageLine, type PackageProblem, parseLine } from "./line.ts";

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

/** At most this many problems are told: more would bury the first. */
const mostProblems = 50;

/** Checks a whole package: `lines` are those of `content.jsonl`, `files` the paths that it holds under `media/`. */
export function checkPackage(lines: readonly string[], files: ReadonlySet<string>, existing: Existing): CheckedPackage {
  const problems: PackageProblem[] = [];
  const understood: NumberedLine[] = [];
  lines.forEach((text, index) => {
    if (text.trim() === "") return;
    const parsed = parseLine(text, index + 1);
    if (parsed.ok) understood.push({ number: index + 1, line: parsed.line });
    else problems.push(...parsed.problems);
  });
  const sourceLocales = sourceLocalesOf(understood, existing);
  problems.push(...duplicates(understood));
  problems.push(...misplacedFacts(understood, sourceLocales));
  problems.push(...danglingLinks(understood, files, existing));
  problems.sort((a, b) => a.line - b.line);
  return problems.length > 0
    ? { ok: false, problems: problems.slice(0, mostProblems) }
    : { ok: true, lines: understood, sourceLocales };
}

function duplicates(lines: readonly NumberedLine[]): PackageProblem[] {
  const seen = new Map<string, number>();
  return lines.flatMap(({ number, line }) => {
    const localized = contentType(line.type).localized;
    const name = localized ? `${keyOf(line.type, line.uid)} ${line.locale}` : keyOf(line.type, line.uid);
    const first = seen.get(name);
    if (first === undefined) seen.set(name, number);
    return first === undefined
      ? []
      : [{ line: number, field: "uid", reason: `${name} stands on line ${first} already` }];
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
    const source = sources.get(keyOf(line.type, line.uid));
    if (!contentType(line.type).localized || source === line.locale) return [];
    return factsOf(line).map((field) => ({
      line: number,
      field: `data.${field}`,
      reason: `is a fact shared by all locales: it belongs on the line of the source locale (${source})`,
    }));
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
      problems.push(
        ...missing.map((key) => ({
          line: number,
          field: `data.${path}`,
          reason: `refers to ${key}, which is neither in the package nor in the portal`,
        })),
      );
      if (field.shape.kind === "media" && !files.has(z.string().parse(value))) {
        problems.push({
          line: number,
          field: `data.${path}`,
          reason: `the file ${JSON.stringify(value)} is not in the package`,
        });
      }
    });
    return problems;
  });
}
