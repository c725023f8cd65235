import { z } from "zod";
import { uidSchema } from "../keys.ts";
import { type Locale, localeSchema } from "../locales.ts";
import { contentTypes, isTypeName, type TypeName } from "../types/index.ts";
import { type PackageProblem, problemAt, problemsOf, shown } from "./problem.ts";

/** The longest line a package may hold, in characters: room for the longest entry, little enough to be read at once. */
export const lineMaxLength = 4_000_000;

const envelope = z.strictObject({
  type: z.string(),
  uid: uidSchema,
  locale: localeSchema,
  status: z.enum(["published", "draft"]).default("published"),
  data: z.record(z.string(), z.unknown()),
});

/** One entry in one locale, as a line of `content.jsonl` says it; `data` is in packaged form. */
export interface PackageLine {
  readonly type: TypeName;
  readonly uid: string;
  readonly locale: Locale;
  readonly status: "published" | "draft";
  readonly data: Record<string, unknown>;
}

/** A line that was understood, or what is wrong with it. */
export type ParsedLine =
  | { readonly ok: true; readonly line: PackageLine }
  | { readonly ok: false; readonly problems: PackageProblem[] };

/** A line's JSON, or what is wrong with it. */
export type ParsedJson =
  | { readonly ok: true; readonly json: unknown }
  | { readonly ok: false; readonly problems: PackageProblem[] };

/** Parses the JSON of one line; `number` counts from 1 and is repeated in the problems. */
export function parseJsonLine(text: string, number: number): ParsedJson {
  if (text.length > lineMaxLength)
    return { ok: false, problems: [problemAt(number, "", "line-too-long", { max: lineMaxLength })] };
  try {
    return { ok: true, json: JSON.parse(text) };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, problems: [problemAt(number, "", "not-json", { detail })] };
  }
}

/** Whether packages may hold entries of a type. */
export const isPackagedType = (name: string): name is TypeName =>
  isTypeName(name) && contentTypes[name].publicity !== "none";

/** Parses one line of `content.jsonl`; `number` counts from 1 and is repeated in the problems. */
export function parseLine(text: string, number: number): ParsedLine {
  const parsed = parseJsonLine(text, number);
  if (!parsed.ok) return parsed;
  const outer = envelope.safeParse(parsed.json, { reportInput: true });
  if (!outer.success) return { ok: false, problems: problemsOf(outer.error, number) };
  const { type } = outer.data;
  if (!isPackagedType(type))
    return { ok: false, problems: [problemAt(number, "type", "unknown-type", { type: shown(type) })] };
  const data = contentTypes[type].packaged.safeParse(outer.data.data, { reportInput: true });
  if (!data.success) return { ok: false, problems: problemsOf(data.error, number, "data") };
  return { ok: true, line: { ...outer.data, type, data: withoutAbsent(data.data) } };
}

const withoutAbsent = (data: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
