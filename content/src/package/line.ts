import { z } from "zod";
import { uidSchema } from "../keys.ts";
import { type Locale, localeSchema } from "../locales.ts";
import { contentTypes, isTypeName, type TypeName } from "../types/index.ts";

/** The longest line a package may hold, in characters. */
export const lineMaxLength = 1_000_000;

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

/** What is wrong, and where: `line` counts from 1, 0 stands for the package itself. */
export interface PackageProblem {
  readonly line: number;
  readonly field: string;
  readonly reason: string;
}

/** A line that was understood, or what is wrong with it. */
export type ParsedLine =
  | { readonly ok: true; readonly line: PackageLine }
  | { readonly ok: false; readonly problems: PackageProblem[] };

/** Parses one line of `content.jsonl`; `number` counts from 1 and is repeated in the problems. */
export function parseLine(text: string, number: number): ParsedLine {
  const fail = (field: string, reason: string): ParsedLine => ({
    ok: false,
    problems: [{ line: number, field, reason }],
  });
  if (text.length > lineMaxLength) return fail("", `the line is longer than ${lineMaxLength} characters`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return fail("", `not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const outer = envelope.safeParse(json);
  if (!outer.success) return { ok: false, problems: problemsOf(outer.error, number) };
  const { type } = outer.data;
  if (!isTypeName(type) || contentTypes[type].publicity === "none")
    return fail("type", `unknown type ${JSON.stringify(type.slice(0, 60))}`);
  const data = contentTypes[type].packaged.safeParse(outer.data.data);
  if (!data.success) return { ok: false, problems: problemsOf(data.error, number, "data") };
  return { ok: true, line: { ...outer.data, type, data: withoutAbsent(data.data) } };
}

const withoutAbsent = (data: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));

/** Zod's issues as problems of a line, unknown fields named one by one. */
export function problemsOf(error: z.ZodError, line: number, prefix = ""): PackageProblem[] {
  return error.issues.flatMap((issue) => {
    const path = [...(prefix ? [prefix] : []), ...issue.path.map(String)];
    if (issue.code !== "unrecognized_keys") return [{ line, field: path.join("."), reason: issue.message }];
    return issue.keys.map((key) => ({ line, field: [...path, key].join("."), reason: "unknown field" }));
  });
}
