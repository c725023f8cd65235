import { z } from "zod";
import type { Key } from "../keys.ts";
import { mediaSchema } from "../media/index.ts";
import { referenceAttributes } from "./attributes.ts";
import type { Field, Fields, Nature } from "./field.ts";
import { keysOf } from "./references.ts";
import type { Stored } from "./to-stored.ts";

/** How the CMS names the entry to link: by document in the same locale, or by row where the target has no such locale. */
export type EntryLink = { readonly documentId: string } | { readonly id: number };

/** What the CMS needs to know in order to link an entry: other entries by key, ids of files by hash; undefined when there is none. */
export interface Links {
  readonly document: (key: Key) => EntryLink | undefined;
  readonly file: (hash: string) => number | string | undefined;
}

const lineList = z.array(z.string());
const point = z.tuple([z.number(), z.number()]);
const storedObject = z.record(z.string(), z.unknown());

/**
 * The Document Service's input that makes an entry equal to `stored`: absent values are cleared, references are set.
 * Only fields of the given natures are touched, private ones never.
 */
export function toInput(
  fields: Fields,
  stored: Stored,
  links: Links,
  natures: ReadonlySet<Nature> = new Set(["text", "fact"]),
): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    if (field.nature === "private" || !natures.has(field.nature)) continue;
    Object.assign(input, writeField(name, field, stored[name], links));
  }
  return input;
}

function writeField(name: string, field: Field, value: unknown, links: Links): Record<string, unknown> {
  if (field.shape.kind === "reference") return writeReferences(name, field, value, links);
  return { [name]: value === undefined ? emptyValue(field) : writeValue(field, value, links) };
}

function emptyValue(field: Field): unknown {
  const { shape } = field;
  if (shape.kind === "boolean") return false;
  return shape.kind === "component" && shape.many ? [] : null;
}

function writeReferences(name: string, field: Field, value: unknown, links: Links): Record<string, unknown> {
  const keys = value === undefined ? [] : keysOf(field, value);
  return Object.fromEntries(
    referenceAttributes(name, field).map(({ attribute, target }) => {
      const set = keys
        .filter((key) => key.startsWith(`${target}/`))
        .map(links.document)
        .filter((link) => link !== undefined);
      return [attribute, { set }];
    }),
  );
}

function writeValue(field: Field, value: unknown, links: Links): unknown {
  const { shape } = field;
  switch (shape.kind) {
    case "lines":
      return lineList.parse(value).join("\n");
    case "coordinates": {
      const [longitude, latitude] = point.parse(value);
      return { longitude, latitude };
    }
    case "labels":
    case "translations": {
      const { fr = null, en = null, nl = null } = storedObject.parse(value);
      return { fr, en, nl };
    }
    case "media":
      return links.file(mediaSchema.parse(value).hash) ?? null;
    case "component": {
      const write = (entry: unknown) => toInput(shape.component.fields, storedObject.parse(entry), links);
      return Array.isArray(value) ? value.map(write) : write(value);
    }
    default:
      return value;
  }
}
