import {
  type ContentType,
  defaultLocale,
  type Fields,
  type Locale,
  mergeFacts,
  populateOf,
  type Row,
  referencesOf,
  resolveReferences,
  type Stored,
  toStored,
  type UntypedDocument,
} from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { rowsOf } from "../database.ts";
import { parseLiveRows } from "../publication/live.ts";
import { tables } from "../publication/tables.ts";
import { loadCards } from "../reading/cards.ts";
import { previewable } from "./previewable.ts";

const rowSchema = z.looseObject({
  uid: z.string().min(1),
  slug: z.string().nullish(),
  locale: z.string(),
  sourceLocale: z.string().nullish(),
});

/** What a row says, field by field: one that can't be read is left out, the others are shown. */
export function readable(fields: Fields, row: Row): Stored {
  const stored: Stored = {};
  for (const [name, field] of Object.entries(fields)) {
    try {
      Object.assign(stored, toStored({ [name]: field }, row));
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error;
    }
  }
  return stored;
}

/** The draft of a document in one language, in the shape of published documents, finished or not; undefined when there is none. */
export async function draftDocument(
  strapi: Core.Strapi,
  type: ContentType,
  documentId: string,
  locale: Locale,
): Promise<UntypedDocument | undefined> {
  const rows: unknown = await rowsOf(strapi, type).findMany({
    where: { documentId, publishedAt: null },
    populate: populateOf(type.fields),
  });
  const drafts = z.array(rowSchema).parse(rows);
  const own = drafts.find((row) => row.locale === locale);
  if (!own) return undefined;
  const source = drafts.find((row) => row.locale === own.sourceLocale) ?? own;
  const stored = mergeFacts(type.fields, readable(type.fields, own), readable(type.fields, source));
  const sql = strapi.db.connection;
  const cards = await loadCards(sql, referencesOf(type.fields, stored), locale);
  const data = resolveReferences(type.fields, stored, (key) => cards.get(key));
  const live = parseLiveRows(await sql(tables.live).where({ type: type.name, document_id: documentId }));
  const published = live.find((row) => row.locale === locale);
  const now = new Date().toISOString();
  return {
    type: type.name,
    documentId,
    uid: own.uid,
    locale,
    sourceLocale: own.sourceLocale ?? defaultLocale,
    slug: own.slug || own.uid,
    version: (published?.version ?? 0) + 1,
    publishedAt: published?.published_at ?? now,
    updatedAt: now,
    etag: "draft",
    mentions: [`${type.name}/${own.uid}`],
    locales: live.map(({ locale: other, slug }) => ({ locale: other, slug })),
    data: previewable(type.fields, data),
  } as UntypedDocument;
}
