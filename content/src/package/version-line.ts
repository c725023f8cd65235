import { z } from "zod";
import { keyOf, uidSchema } from "../keys.ts";
import { localeSchema } from "../locales.ts";
import { contentTypes } from "../types/index.ts";
import { isPackagedType, parseJsonLine } from "./line.ts";
import { type PackageProblem, problemAt, problemsOf, shown } from "./problem.ts";

/** One line of `versions.jsonl`: a resource's version as it was published, `data` in packaged form. */
export const versionLineSchema = z.strictObject({
  type: z.string(),
  uid: uidSchema,
  locale: localeSchema.nullable(),
  number: z.int().min(1),
  at: z.iso.datetime(),
  author: z.string().max(200).optional(),
  note: z.string().max(1000).optional(),
  data: z.record(z.string(), z.unknown()),
});

/** A version in a package. */
export type VersionLine = z.infer<typeof versionLineSchema>;

/** A version line that was understood, or what is wrong with it. */
export type ParsedVersionLine =
  | { readonly ok: true; readonly line: VersionLine }
  | { readonly ok: false; readonly problems: PackageProblem[] };

/** Parses one line of `versions.jsonl`. What an old version refers to may be gone: only its own shape is checked. */
export function parseVersionLine(text: string, number: number): ParsedVersionLine {
  const parsed = parseJsonLine(text, number);
  if (!parsed.ok) return parsed;
  const outer = versionLineSchema.safeParse(parsed.json, { reportInput: true });
  if (!outer.success) return { ok: false, problems: problemsOf(outer.error, number) };
  const { type, locale } = outer.data;
  if (!isPackagedType(type))
    return { ok: false, problems: [problemAt(number, "type", "unknown-type", { type: shown(type) })] };
  const expected = contentTypes[type].localized ? localeSchema : z.null();
  const fitting = expected.safeParse(locale, { reportInput: true });
  if (!fitting.success) return { ok: false, problems: problemsOf(fitting.error, number, "locale") };
  const data = contentTypes[type].packaged.safeParse(outer.data.data, { reportInput: true });
  if (!data.success) return { ok: false, problems: problemsOf(data.error, number, "data") };
  return { ok: true, line: outer.data };
}

/** The name of a version among all of a package. */
export const versionName = ({ type, uid, locale, number }: VersionLine): string =>
  `${keyOf(type, uid)}${locale ? ` (${locale})` : ""} version ${number}`;
