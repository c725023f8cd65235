import { z } from "zod";
import { blocksSchema, normalizeBlocks } from "../blocks/index.ts";
import { keyOf } from "../keys.ts";
import { mediaSchema } from "../media/index.ts";
import { referenceAttributes, writesKeys } from "./attributes.ts";
import type { Field, Fields, Nature } from "./field.ts";
import { withoutTurns } from "./plain-text.ts";

/** A row of the CMS's database layer, read with {@link populateOf}. */
export type Row = Readonly<Record<string, unknown>>;
/** What a version keeps of an entry: no empty value, references by uid. */
export type Stored = Record<string, unknown>;

const rowSchema = z.record(z.string(), z.unknown());
const rowsSchema = z.array(rowSchema);
const referenceRow = z.object({ uid: z.string() });
// Databases may answer decimals as text; nothing at all must not become 0, which is a place.
const decimalRow = z.union([z.number(), z.string().min(1)]).pipe(z.coerce.number());
const coordinatesRow = z.object({ longitude: decimalRow, latitude: decimalRow });
const mediaRow = z
  .object({
    sha256: z.string(),
    ext: z.string(),
    mime: z.string(),
    name: z.string(),
    bytes: z.coerce.number(),
    width: z.number().nullish(),
    height: z.number().nullish(),
  })
  .transform(({ sha256, ext, bytes, width, height, ...rest }) =>
    mediaSchema.parse({
      ...rest,
      hash: sha256,
      ext: ext.replace(/^\./, "").toLowerCase(),
      size: bytes,
      ...(width && { width }),
      ...(height && { height }),
    }),
  );

/**
 * What a version keeps of a row. `natures` chooses the top-level fields: texts only for a translation, texts and facts for the source locale.
 * Private fields are never kept. Fails with a ZodError, whose issues say where, on a value that no version can keep.
 */
export function toStored(fields: Fields, row: Row, natures: ReadonlySet<Nature> = new Set(["text", "fact"])): Stored {
  const stored: Stored = {};
  for (const [name, field] of Object.entries(fields)) {
    if (field.nature === "private" || !natures.has(field.nature)) continue;
    const value = within(name, () => readField(name, field, row));
    if (!isEmpty(value)) stored[name] = value;
  }
  return stored;
}

/** What is wrong inside a value is told with the way to it, from the entry on. */
function within<T>(step: string | number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    // biome-ignore lint/style/useErrorCause: the new error says all that the first one does
    throw new z.ZodError(error.issues.map((issue) => ({ ...issue, path: [step, ...issue.path] })));
  }
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === "" ||
  value === false ||
  (Array.isArray(value) && value.length === 0);

function readField(name: string, field: Field, row: Row): unknown {
  if (field.shape.kind === "reference") return readReferences(name, field, row);
  const value = row[name];
  return isEmpty(value) ? undefined : readValue(field, value);
}

function readReferences(name: string, field: Field, row: Row): unknown {
  const found = referenceAttributes(name, field).flatMap(({ attribute, target }) => {
    const value = row[attribute];
    const list = Array.isArray(value) ? value : isEmpty(value) ? [] : [value];
    return list
      .map((entry) => referenceRow.parse(entry).uid)
      .map((uid) => (writesKeys(field) ? keyOf(target, uid) : uid));
  });
  return field.shape.kind === "reference" && field.shape.many ? [...new Set(found)] : found[0];
}

function readValue(field: Field, value: unknown): unknown {
  const { shape } = field;
  switch (shape.kind) {
    case "string":
    case "text":
      return withoutTurns(z.string().parse(value));
    case "lines":
      return splitLines(withoutTurns(z.string().parse(value)));
    case "blocks":
      return normalizeBlocks(blocksSchema.parse(value, { reportInput: true }));
    case "integer":
    case "decimal":
      return Number(value);
    case "coordinates": {
      const { longitude, latitude } = coordinatesRow.parse(value, { reportInput: true });
      return [longitude, latitude];
    }
    case "labels":
    case "translations":
      return readTranslations(value);
    case "media":
      return mediaRow.parse(value);
    case "component":
      return readComponents(shape.component.fields, value);
    case "datetime":
      return new Date(z.union([z.string(), z.number(), z.date()]).parse(value)).toISOString();
    default:
      return value;
  }
}

/** The lines of a text written one below the other; blank ones don't count. */
export const splitLines = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

function readTranslations(value: unknown): unknown {
  const { fr, en, nl } = rowSchema.parse(value);
  const given = Object.entries({ fr, en, nl }).filter(([, text]) => !isEmpty(text));
  if (given.length === 0) return undefined;
  return Object.fromEntries(given.map(([locale, text]) => [locale, withoutTurns(z.string().parse(text))]));
}

function readComponents(fields: Fields, value: unknown): unknown {
  const read = (row: Row) => toStored(fields, row);
  if (Array.isArray(value)) return rowsSchema.parse(value).map((row, index) => within(index, () => read(row)));
  const one = read(rowSchema.parse(value));
  return Object.keys(one).length > 0 ? one : undefined;
}
