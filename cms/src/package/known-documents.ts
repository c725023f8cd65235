import {
  type ContentType,
  contentType,
  defaultLocale,
  type EntryLink,
  isTypeName,
  type Key,
  splitKey,
} from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { rowsOf } from "../database.ts";

const rowSchema = z.object({
  id: z.number(),
  documentId: z.string(),
  uid: z.string(),
  locale: z.string().nullish(),
  sourceLocale: z.string().nullish(),
});

/** A document as its rows that can be linked to show it: its drafts, or its only row. */
export interface KnownDocument {
  readonly documentId: string;
  readonly sourceLocale: string | undefined;
  readonly rows: readonly z.infer<typeof rowSchema>[];
}

/** The documents of a type with these uids, by uid. */
export async function knownDocuments(
  strapi: Core.Strapi,
  type: ContentType,
  uids: readonly string[],
): Promise<Map<string, KnownDocument>> {
  const where = { uid: { $in: uids }, ...(type.draftAndPublish && { publishedAt: { $null: true } }) };
  const found: unknown = await rowsOf(strapi, type).findMany({ where, orderBy: { id: "asc" } });
  const groups = Map.groupBy(z.array(rowSchema).parse(found), ({ uid }) => uid);
  const documents = new Map<string, KnownDocument>();
  for (const [uid, rows] of groups) {
    const [first] = rows;
    if (first)
      documents.set(uid, { documentId: first.documentId, sourceLocale: first.sourceLocale ?? undefined, rows });
  }
  return documents;
}

/**
 * How to link an entry of `locale` to the documents with these keys. Strapi links translations within one locale only: where the target
 * has no such locale, one of its rows is named instead, its source locale's if it can be.
 */
export async function linksTo(
  strapi: Core.Strapi,
  keys: readonly Key[],
  locale: string | undefined,
): Promise<Map<Key, EntryLink>> {
  const links = new Map<Key, EntryLink>();
  for (const [name, group] of Map.groupBy(keys, (key) => splitKey(key).type)) {
    if (!isTypeName(name)) continue;
    const target = contentType(name);
    const documents = await knownDocuments(
      strapi,
      target,
      group.map((key) => splitKey(key).uid),
    );
    for (const key of group) {
      const document = documents.get(splitKey(key).uid);
      const link = document && linkTo(document, target, locale ?? defaultLocale);
      if (link) links.set(key, link);
    }
  }
  return links;
}

function linkTo(
  { documentId, sourceLocale, rows }: KnownDocument,
  target: ContentType,
  locale: string,
): EntryLink | undefined {
  if (!target.localized || rows.some((row) => row.locale === locale)) return { documentId };
  const row = rows.find((one) => one.locale === sourceLocale) ?? rows[0];
  return row && { id: row.id };
}
