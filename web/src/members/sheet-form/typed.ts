import {
  blocksSchema,
  blocksToMarkdown,
  type Field,
  type Fields,
  type Locale,
  type Stored,
  writableFields,
} from "@essaim/content";
import { z } from "zod";
import { formatPartialDate } from "../../i18n/partial-dates.ts";
import { readPartialDate } from "../../i18n/read-partial-date.ts";

/** What stands in the fields of a form, as it is typed. */
export interface TypedSheet {
  readonly [name: string]: string | TypedSheet | readonly TypedItem[];
}

/** One entry of a list; `from` is its place in the sheet that was read, if it was there: what no form writes of it is found there. */
export interface TypedItem {
  readonly from: number | undefined;
  readonly typed: TypedSheet;
}

/** The end of the name of the hidden field that says where an entry of a list was. */
export const fromName = "@";

/** The end of the name of the field by which a file is sent; the field without it says which file there is. */
export const newFileName = "+";

/** More entries than any list holds: a form that names them in thousands is none of ours. */
const mostItems = 300;

const recordSchema = z.record(z.string(), z.unknown());
const listSchema = z.array(z.unknown());

/** What a form in this language begins with. */
export const typedOf = (fields: Fields, stored: Stored, locale: Locale): TypedSheet =>
  Object.fromEntries(
    Object.entries(writableFields(fields)).map(([name, field]) => [name, typedValue(field, stored[name], locale)]),
  );

function typedValue({ shape }: Field, value: unknown, locale: Locale): TypedSheet[string] {
  if (shape.kind !== "component") return wordsOf(shape.kind, value, locale);
  const one = (held: unknown) => typedOf(shape.component.fields, recordSchema.parse(held ?? {}), locale);
  if (!shape.many) return one(value);
  return listSchema.parse(value ?? []).map((held, from): TypedItem => ({ from, typed: one(held) }));
}

function wordsOf(kind: Field["shape"]["kind"], value: unknown, locale: Locale): string {
  if (value === undefined || value === null) return "";
  if (kind === "blocks") return blocksToMarkdown(blocksSchema.parse(value));
  if (kind === "reference") return listSchema.parse(value).join("\n");
  if (kind === "media") return JSON.stringify(value);
  if (kind === "lines") return listSchema.parse(value).join("\n");
  if (kind === "boolean") return value === true ? "on" : "";
  if (kind === "partial-date") return dateWords(String(value), locale);
  return String(value);
}

/** A date in words, where they are read as the same again. */
function dateWords(value: string, locale: Locale): string {
  if (readPartialDate(value) !== value) return value;
  const words = formatPartialDate(value, locale);
  return readPartialDate(words) === value ? words : value;
}

/** What was typed into a form, under `prefix`. */
export const readTyped = (fields: Fields, form: URLSearchParams, prefix = ""): TypedSheet =>
  Object.fromEntries(
    Object.entries(writableFields(fields)).map(([name, field]) => [name, readValue(field, form, prefix + name)]),
  );

function readValue({ shape }: Field, form: URLSearchParams, name: string): TypedSheet[string] {
  if (shape.kind === "reference") return form.getAll(name).slice(0, mostItems).join("\n");
  if (shape.kind !== "component") return (form.get(name) ?? "").replaceAll("\r\n", "\n");
  const { fields } = shape.component;
  if (!shape.many) return readTyped(fields, form, `${name}.`);
  const items: TypedItem[] = [];
  while (items.length < mostItems && form.has(`${name}.${items.length}.${fromName}`)) {
    const at = `${name}.${items.length}.`;
    const from = z.coerce
      .number()
      .int()
      .min(0)
      .safeParse(form.get(at + fromName) || undefined).data;
    items.push({ from, typed: readTyped(fields, form, at) });
  }
  return items;
}

/** Whether nothing is written in any of these fields. */
export const isBlank = (typed: TypedSheet): boolean =>
  Object.values(typed).every((value) =>
    typeof value === "string"
      ? value.trim() === ""
      : isList(value)
        ? value.every(({ from, typed: inner }) => from === undefined && isBlank(inner))
        : isBlank(value),
  );

/** Whether a value is a list of entries. */
export const isList = (value: TypedSheet[string]): value is readonly TypedItem[] => Array.isArray(value);

/** Without entries of lists that were added and left blank. */
export function withoutBlanks(typed: TypedSheet): TypedSheet {
  const kept = (value: TypedSheet[string]): TypedSheet[string] => {
    if (typeof value === "string") return value;
    if (!isList(value)) return withoutBlanks(value);
    const items = value.map((item) => ({ ...item, typed: withoutBlanks(item.typed) }));
    return items.filter((item) => item.from !== undefined || !isBlank(item.typed));
  };
  return Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, kept(value)]));
}
