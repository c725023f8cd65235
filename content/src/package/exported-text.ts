import { z } from "zod";
import { type Locale, locales } from "../locales.ts";
import type { Fields } from "../model/field.ts";
import type { ContentType } from "../types/define-type.ts";
import { contentType, contentTypes, isTypeName } from "../types/index.ts";
import { isPackagedType } from "./line.ts";
import type { ExportedLine } from "./routes.ts";
import type { VersionLine } from "./version-line.ts";

type Values = Record<string, unknown>;

/** An entry as a line of `content.jsonl`; equal contents give equal lines. */
export function entryText({ type, uid, locale, status, data }: ExportedLine): string {
  const known = exportedType(type);
  return JSON.stringify({
    type,
    uid,
    locale,
    ...(known.draftAndPublish && { status }),
    data: inFieldOrder(known.fields, data),
  });
}

/** A version as a line of `versions.jsonl`. */
export function versionText({ type, uid, locale, number, at, author, note, data }: VersionLine): string {
  return JSON.stringify({
    type,
    uid,
    locale,
    number,
    at,
    author,
    note,
    data: inFieldOrder(exportedType(type).fields, data),
  });
}

/** Names of the types that packages hold. */
export const packagedTypes: readonly string[] = Object.keys(contentTypes).filter(isPackagedType);

/** A type by the name that a portal gives; fails where the portal is of another version. */
export function exportedType(name: string): ContentType {
  if (isTypeName(name)) return contentType(name);
  throw new Error(`the portal exports ${JSON.stringify(name)}, which is no content type`);
}

/** The same values, keys in the order of the type's fields: a database may have shuffled them. */
function inFieldOrder(fields: Fields, values: Values): Values {
  const ordered: Values = {};
  for (const [name, { shape }] of Object.entries(fields)) {
    const value = values[name];
    if (value === undefined) continue;
    if (shape.kind === "component") ordered[name] = orderComponents(shape.component.fields, value);
    else if (shape.kind === "labels" || shape.kind === "translations") ordered[name] = orderLocales(value);
    else ordered[name] = value;
  }
  return ordered;
}

const record = z.record(z.string(), z.unknown());

function orderComponents(fields: Fields, value: unknown): unknown {
  const order = (entry: unknown) => inFieldOrder(fields, record.parse(entry));
  return Array.isArray(value) ? value.map(order) : order(value);
}

function orderLocales(value: unknown): Values {
  const texts = record.parse(value);
  return Object.fromEntries(locales.filter((locale) => locale in texts).map((locale) => [locale, texts[locale]]));
}

const typeRanks = new Map(Object.keys(contentTypes).map((name, index) => [name, index]));

/** Orders lines by type, uid, locale and version number. */
export function compareLines(a: Placed, b: Placed): number {
  return (
    (typeRanks.get(a.type) ?? 0) - (typeRanks.get(b.type) ?? 0) ||
    compareTexts(a.uid, b.uid) ||
    localeRank(a) - localeRank(b) ||
    (a.number ?? 0) - (b.number ?? 0)
  );
}

interface Placed {
  readonly type: string;
  readonly uid: string;
  readonly locale: Locale | null;
  readonly number?: number;
}

const compareTexts = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const localeRank = ({ locale }: Placed) => (locale === null ? -1 : locales.indexOf(locale));
