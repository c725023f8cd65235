import {
  type ContentType,
  canonicalJson,
  contentType,
  type Key,
  keyOf,
  type Locale,
  localeSchema,
  populateOf,
  type ResourceType,
  type Stored,
  splitKey,
} from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { rowsOf } from "../database.ts";
import type { Account } from "../members/accounts.ts";
import { readable } from "../preview/draft-document.ts";
import { withLastingParent } from "../publication/lasting-parent.ts";
import { hashOf } from "../publication/reconcile.ts";
import { RequestError } from "../request-error.ts";
import { type PrivateParts, privatePartsOf } from "./private-parts.ts";
import { sheetType } from "./published-copy.ts";

const rowSchema = z.looseObject({
  documentId: z.string(),
  locale: localeSchema,
  sourceLocale: z.string().nullish(),
  changeNote: z.string().nullish(),
});

/** The draft of a sheet in its source language, which holds its facts too. */
export interface DraftSheet {
  readonly key: Key;
  readonly type: ContentType;
  readonly documentId: string;
  readonly locale: Locale;
  readonly stored: Stored;
  /** What the row keeps to itself beside its pictures. */
  readonly parts: PrivateParts;
  /** What is said of the version that it becomes. */
  readonly note: string;
  /** Names what the draft says: another draft has another. */
  readonly revision: string;
}

/** The draft of a sheet; undefined where there is none. */
export async function findDraft(strapi: Core.Strapi, key: Key): Promise<DraftSheet | undefined> {
  const type = sheetType(key);
  const rows: unknown = await rowsOf(strapi, type).findMany({
    where: { uid: splitKey(key).uid, publishedAt: null },
    populate: populateOf(type.fields),
    orderBy: { id: "asc" },
  });
  const drafts = z.array(rowSchema).parse(rows);
  const row = drafts.find(({ locale, sourceLocale }) => locale === sourceLocale) ?? drafts[0];
  return row && draftOf(strapi, type, splitKey(key).uid, row);
}

const ownRowSchema = rowSchema.extend({ uid: z.string() });

/** The drafts of one type that a centre signs, each in its source language, newest first. */
export async function draftsBy(strapi: Core.Strapi, name: ResourceType, centre: string): Promise<DraftSheet[]> {
  const type = contentType(name);
  const rows: unknown = await rowsOf(strapi, type).findMany({
    where: { centres: { documentId: centre }, publishedAt: null },
    populate: populateOf(type.fields),
    orderBy: { id: "desc" },
  });
  const drafts = z.array(ownRowSchema).parse(rows);
  const sources = drafts.filter(({ locale, sourceLocale }) => locale === (sourceLocale ?? locale));
  return Promise.all(sources.map((row) => draftOf(strapi, type, row.uid, row)));
}

async function draftOf(
  strapi: Core.Strapi,
  type: ContentType,
  uid: string,
  row: z.infer<typeof rowSchema>,
): Promise<DraftSheet> {
  const key = keyOf(type.name, uid);
  const stored = await withLastingParent(strapi, type, uid, readable(type.fields, row));
  const note = row.changeNote ?? "";
  const revision = hashOf(canonicalJson([stored, note])).slice(0, 32);
  const parts = privatePartsOf(type.fields, row);
  return { key, type, documentId: row.documentId, locale: row.locale, stored, parts, note, revision };
}

/** Whether a sheet is by the centre that a member acts for. */
export const isBy = ({ stored }: Pick<DraftSheet, "stored">, { centre }: Account): boolean =>
  centre != null && Array.isArray(stored["centres"]) && stored["centres"].includes(centre.uid);

/** The draft of a sheet by the member’s centre. Throws a RequestError of 403: whether others’ drafts exist is not told. */
export async function ownDraft(strapi: Core.Strapi, member: Account, key: Key): Promise<DraftSheet> {
  const draft = await findDraft(strapi, key);
  if (!draft || !isBy(draft, member))
    throw new RequestError(403, "not-yours", "no such sheet is by this centre", { field: "key" });
  return draft;
}
