import { type ContentType, type Key, mapLeaves, type Nature, populateOf, type Stored, toStored } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { rowsOf, sqlNow } from "../database.ts";
import { unpublishable } from "../desk/refusal.ts";
import { hasFragileReferences, withReferencesOf } from "./donor.ts";
import { parentPath, withLastingParent } from "./lasting-parent.ts";
import { type LiveRow, versionsOf } from "./live.ts";
import { missingKeys } from "./missing-keys.ts";

const bothNatures = new Set(["text", "fact"] as const);
const textsOnly = new Set(["text"] as const);

const rowSchema = z.looseObject({
  id: z.number(),
  documentId: z.string(),
  uid: z.string().min(1),
  locale: z.string().nullish(),
  sourceLocale: z.string().nullish(),
});

/** A row of a content type, with what every one of ours has. */
export type EntryRow = z.infer<typeof rowSchema>;

/** One locale of a document as it stands in the CMS's published row. */
export interface PublishedEntry {
  readonly row: EntryRow;
  /** '' for types that are not localised. */
  readonly locale: string;
  readonly sourceLocale: string;
  readonly stored: Stored;
}

/** The rows of a document that are published now: all of them where the type keeps no drafts. */
export async function publishedRows(strapi: Core.Strapi, type: ContentType, documentId: string): Promise<EntryRow[]> {
  const where = { documentId, ...(type.draftAndPublish && { publishedAt: { $notNull: true } }) };
  const rows: unknown = await rowsOf(strapi, type).findMany({
    where,
    populate: populateOf(type.fields),
    orderBy: { id: "asc" },
  });
  return z
    .array(rowSchema)
    .parse(rows)
    .filter((row) => isPublic(type, row));
}

function isPublic(type: ContentType, row: EntryRow): boolean {
  if (type.publicity === "all") return true;
  return type.publicity !== "none" && row[type.publicity.field] === type.publicity.equals;
}

/** What a version keeps of a published row; refused in French where the contract can't hold what is written there. */
export async function readEntry(
  strapi: Core.Strapi,
  type: ContentType,
  row: EntryRow,
  live: LiveRow | undefined,
): Promise<PublishedEntry> {
  const locale = type.localized ? (row.locale ?? "") : "";
  const sourceLocale = type.localized ? (row.sourceLocale ?? locale) : "";
  const natures = locale === sourceLocale ? bothNatures : textsOnly;
  const stored = readStored(type, row, locale, natures);
  if (!type.draftAndPublish || !hasFragileReferences(type.fields)) return { row, locale, sourceLocale, stored };
  const donor =
    live?.entry_id === row.id
      ? await lastReferences(strapi, type, live)
      : await withLastingParent(
          strapi,
          type,
          row.uid,
          readStored(type, await draftOf(strapi, type, row), locale, natures),
        );
  return { row, locale, sourceLocale, stored: withReferencesOf(type.fields, stored, donor) };
}

function readStored(type: ContentType, row: EntryRow, locale: string, natures: ReadonlySet<Nature>): Stored {
  try {
    return toStored(type.fields, row, natures);
  } catch (error) {
    if (error instanceof z.ZodError) throw unpublishable(type, locale, error.issues);
    throw error;
  }
}

/** The row was published just now, so its draft says the same and still has the links that Strapi dropped on the way. */
async function draftOf(strapi: Core.Strapi, type: ContentType, row: EntryRow): Promise<EntryRow> {
  const where = {
    documentId: row.documentId,
    publishedAt: { $null: true },
    ...(type.localized && { locale: row.locale }),
  };
  const draft: unknown = await rowsOf(strapi, type).findOne({ where, populate: populateOf(type.fields) });
  return draft ? rowSchema.parse(draft) : row;
}

/** The row is the one that the last version was made of: its references hold, but for documents that are gone altogether and are no parent. */
async function lastReferences(strapi: Core.Strapi, type: ContentType, live: LiveRow): Promise<Stored> {
  const [version] = await versionsOf(await sqlNow(strapi), [live.version_id]);
  if (!version) return {};
  const stored = z.record(z.string(), z.unknown()).parse(JSON.parse(version.json));
  const gone = await missingKeys(strapi, fragileKeys(type, stored));
  if (gone.size === 0) return stored;
  return mapLeaves(type.fields, stored, (field, value, path) => {
    if (field.shape.kind !== "reference" || field.shape.targets.length < 1 || path === parentPath) return value;
    const target = field.shape.targets.length === 1 ? field.shape.targets[0] : undefined;
    const stands = (written: unknown) =>
      typeof written === "string" && !gone.has(target ? `${target}/${written}` : written);
    if (!Array.isArray(value)) return stands(value) ? value : undefined;
    const left = value.filter(stands);
    return left.length > 0 ? left : undefined;
  });
}

function fragileKeys(type: ContentType, stored: Stored): Key[] {
  const keys: Key[] = [];
  mapLeaves(type.fields, stored, (field, value) => {
    if (field.shape.kind !== "reference") return;
    const { targets } = field.shape;
    for (const written of Array.isArray(value) ? value : [value]) {
      keys.push((targets.length === 1 ? `${targets[0]}/${written}` : written) as Key);
    }
  });
  return keys;
}
