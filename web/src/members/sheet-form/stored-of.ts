import {
  type ContentType,
  type Field,
  type Fields,
  MarkdownError,
  markdownToBlocks,
  type Stored,
  splitLines,
  withoutTurns,
  writableFields,
} from "@essaim/content";
import { z } from "zod";
import { readPartialDate } from "../../i18n/read-partial-date.ts";
import { jsonOf } from "./json-of.ts";
import { isBlank, isList, type TypedItem, type TypedSheet } from "./typed.ts";

/** What is wrong with a field: `name` is the form’s; `most`, `least` and `line` say how far and where. */
export interface Problem {
  readonly name: string;
  readonly kind:
    | "missing"
    | "tooLong"
    | "number"
    | "range"
    | "date"
    | "moment"
    | "time"
    | "address"
    | "licence"
    | "markdown"
    | "tooMany"
    | "order"
    | "alternative"
    | "picture"
    | "file"
    | "invalid";
  /** Why a file was refused, by the CMS’s word. */
  readonly code?: string;
  readonly most?: number;
  readonly least?: number;
  readonly line?: number;
}

/** What a form says, in stored form, for the fields that it writes. */
export interface Written {
  readonly data: Stored;
  readonly problems: readonly Problem[];
}

const recordSchema = z.record(z.string(), z.unknown());
const recordOf = (value: unknown): Stored => recordSchema.catch({}).parse(value);

/** Reads what was typed over a sheet as it was read; what no form writes inside its parts is kept. */
export function storedOf(
  { fields, stored: schema }: Pick<ContentType, "fields" | "stored">,
  typed: TypedSheet,
  base: Stored,
): Written {
  const problems: Problem[] = [];
  const data = readFields(fields, typed, {}, "", { base, problems });
  if (problems.length > 0) return { data, problems };
  const names = new Set(Object.keys(writableFields(fields)));
  const kept = Object.fromEntries(Object.entries(base).filter(([name]) => !names.has(name)));
  for (const issue of schema.safeParse({ ...kept, ...data }).error?.issues ?? []) {
    if (names.has(String(issue.path[0]))) problems.push(problemOf(issue));
  }
  return { data, problems };
}

interface Reading {
  readonly base: Stored;
  readonly problems: Problem[];
}

function readFields(fields: Fields, typed: TypedSheet, kept: Stored, at: string, reading: Reading): Stored {
  const data: Stored = { ...kept };
  for (const [name, field] of Object.entries(writableFields(fields))) {
    const value = readField(field, typed[name], at + name, { ...reading, base: recordOf({ was: reading.base[name] }) });
    if (value !== undefined) data[name] = value;
    else if (field.required) reading.problems.push({ name: at + name, kind: "missing" });
  }
  return data;
}

/** `base.was` is what the field held. */
function readField(
  field: Field,
  typed: TypedSheet[string] | undefined,
  name: string,
  { base, problems }: Reading,
): unknown {
  const { shape } = field;
  if (shape.kind !== "component")
    return typeof typed === "string" ? readLeaf(field, typed, name, { base, problems }) : undefined;
  const { fields } = shape.component;
  const one = (inner: TypedSheet, held: unknown, at: string) =>
    readFields(fields, inner, keptIn(fields, held), `${at}.`, { base: recordOf(held), problems });
  if (!shape.many) {
    const inner = typeof typed === "object" && !isList(typed) ? typed : {};
    // What is left out altogether lacks nothing.
    const value = isBlank(inner) ? keptIn(fields, base["was"]) : one(inner, base["was"], name);
    return Object.keys(value).length > 0 ? value : undefined;
  }
  const held = Array.isArray(base["was"]) ? base["was"] : [];
  const items: readonly TypedItem[] = typed !== undefined && typeof typed === "object" && isList(typed) ? typed : [];
  if (items.length > shape.max) problems.push({ name, kind: "tooMany", most: shape.max });
  const list = items.map(({ from, typed: inner }, index) =>
    one(inner, from === undefined ? undefined : held[from], `${name}.${index}`),
  );
  return list.length > 0 ? list : undefined;
}

/** What stands in a part of a sheet and no form writes. */
function keptIn(fields: Fields, held: unknown): Stored {
  const names = new Set(Object.keys(writableFields(fields)));
  return Object.fromEntries(Object.entries(recordOf(held)).filter(([name]) => !names.has(name)));
}

function readLeaf(field: Field, typed: string, name: string, { base, problems }: Reading): unknown {
  const text = withoutTurns(typed).trim();
  if (text === "") return undefined;
  try {
    const value = meaningOf(field, text, base["was"]);
    const issue = field.stored.safeParse(value).error?.issues[0];
    if (issue)
      problems.push({
        ...problemOf(issue),
        name,
        ...(kindOf(field, issue) && { kind: kindOf(field, issue) ?? "invalid" }),
      });
    return value;
  } catch (error) {
    if (!(error instanceof MarkdownError)) throw error;
    problems.push({ name, kind: "markdown", line: error.line });
    return text;
  }
}

function meaningOf({ shape }: Field, text: string, was: unknown): unknown {
  switch (shape.kind) {
    case "reference":
      return inOrderOf(was, splitLines(text));
    case "media":
      return jsonOf(text);
    case "lines":
      return splitLines(text);
    case "blocks":
      return markdownToBlocks(text);
    case "boolean":
      return true;
    case "integer":
    case "decimal":
      return Number(text.replace(/[\s\u00a0\u202f]/gu, "").replace(",", "."));
    case "date":
    case "partial-date":
      return readPartialDate(text) ?? text;
    default:
      return text;
  }
}

/** What was chosen, each once: what was there before stays where it was. */
function inOrderOf(was: unknown, chosen: readonly string[]): string[] {
  const before = z.array(z.string()).catch([]).parse(was);
  return [...new Set([...before.filter((one) => chosen.includes(one)), ...chosen])];
}

type Issue = z.core.$ZodIssue;

/** What a kind of field says of a value that it can’t be. */
function kindOf({ shape }: Field, issue: Issue): Problem["kind"] | undefined {
  if (issue.code === "too_big" || issue.code === "too_small")
    return shape.kind === "integer" || shape.kind === "decimal" ? "range" : undefined;
  if (shape.kind === "integer" || shape.kind === "decimal") return "number";
  if (shape.kind === "date") return "date";
  if (shape.kind === "partial-date") return "moment";
  if (shape.kind === "url") return "address";
  if (issue.message === "must be a picture") return "picture";
  if (issue.message.includes("licence")) return "licence";
  return issue.message.includes("time") ? "time" : undefined;
}

function problemOf(issue: Issue): Problem {
  const name = issue.path.map(String).join(".");
  if (issue.code === "too_big") return { name, kind: "tooLong", most: Number(issue.maximum) };
  if (issue.code === "too_small") return { name, kind: "range", least: Number(issue.minimum) };
  if (issue.message.startsWith("a picture needs")) return { name, kind: "alternative" };
  if (issue.message.startsWith("must not be below")) return { name, kind: "order" };
  return { name, kind: "invalid" };
}
