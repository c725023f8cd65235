import { z } from "zod";
import { blocksSchema, blocksToMarkdown, markdownToBlocks } from "../blocks/index.ts";
import { type Key, splitKey } from "../keys.ts";
import { type Media, mediaSchema, packagedMediaPath } from "../media/index.ts";
import type { Field, Fields } from "../model/field.ts";
import { keysOf } from "../model/references.ts";
import type { Stored } from "../model/to-stored.ts";
import { mapLeaves } from "../model/walk.ts";

/** Packaged form of a stored entry: rich text as Markdown, files by their path under `media/`. */
export function toPackaged(fields: Fields, stored: Stored): Record<string, unknown> {
  return mapLeaves(fields, stored, (field, value) => {
    if (field.shape.kind === "blocks") return blocksToMarkdown(blocksSchema.parse(value));
    if (field.shape.kind === "media") return packagedMediaPath(mediaSchema.parse(value));
    return value;
  });
}

/**
 * Stored form of a packaged entry, as the CMS gives it back once it is written: no empty value, references in the order that relations keep.
 * `fileAt` gives the uploaded file of a path.
 */
export function fromPackaged(
  fields: Fields,
  packaged: Record<string, unknown>,
  fileAt: (path: string) => Media | undefined,
): Stored {
  const stored = mapLeaves(fields, packaged, (field, value) => {
    if (field.shape.kind === "blocks") return markdownToBlocks(z.string().parse(value));
    if (field.shape.kind === "media") return fileAt(z.string().parse(value));
    if (field.shape.kind === "reference" && Array.isArray(value)) return inTargetOrder(field, value);
    return value === false ? undefined : value;
  });
  return withoutEmpty(fields, stored);
}

/** References to several types are one relation per type in the CMS: an order across types can't be kept. */
function inTargetOrder(field: Field, written: readonly unknown[]): unknown[] {
  const { shape } = field;
  if (shape.kind !== "reference" || shape.targets.length === 1) return [...written];
  const targets: readonly string[] = shape.targets;
  const rank = (key: unknown) => {
    const [name = ""] = keysOf(field, key).map((found: Key) => splitKey(found).type);
    return targets.indexOf(name);
  };
  return written.toSorted((a, b) => rank(a) - rank(b));
}

/**
 * Leaves out references to documents that `isKnown` does not know, and what is empty without them:
 * pages don't show them, and a package must not name what it can't give.
 */
export function withoutUnknown(fields: Fields, values: Stored, isKnown: (key: Key) => boolean): Stored {
  const known = mapLeaves(fields, values, (field, value) => {
    if (field.shape.kind !== "reference") return value;
    const kept = (Array.isArray(value) ? value : [value]).filter((one) => keysOf(field, one).every(isKnown));
    return field.shape.many ? kept : kept[0];
  });
  return withoutEmpty(fields, known);
}

/** Leaves out empty lists, and single components and translations that hold nothing; a component in a list keeps its place. */
function withoutEmpty(fields: Fields, values: Stored): Stored {
  const kept: Stored = {};
  for (const [name, value] of Object.entries(values)) {
    const shape = fields[name]?.shape;
    const inner = shape?.kind === "component" ? cleanComponents(shape.component.fields, value) : value;
    if (!isEmptyObject(inner)) kept[name] = inner;
  }
  return kept;
}

const record = z.record(z.string(), z.unknown());

function cleanComponents(fields: Fields, value: unknown): unknown {
  const clean = (entry: unknown) => withoutEmpty(fields, record.parse(entry));
  return Array.isArray(value) ? value.map(clean) : clean(value);
}

const isEmptyObject = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.keys(value).length === 0;
