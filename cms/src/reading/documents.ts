import { createHash } from "node:crypto";
import {
  defaultLocale,
  type Key,
  keyOf,
  mergeFacts,
  referencesOf,
  resolveReferences,
  type Stored,
  type UntypedDocument,
} from "@essaim/content";
import type { Sql } from "../database.ts";
import type { LiveRow } from "../publication/live.ts";
import { loadCards } from "./cards.ts";
import { loadVersions, sourceVersions, typeOf } from "./library.ts";
import { liveOfDocuments } from "./live-rows.ts";

/** Makes the answers for live rows: facts merged in, references resolved for a reader of `locale`; a handful of queries however many rows. */
export async function toDocuments(
  sql: Sql,
  rows: readonly LiveRow[],
  locale: string | undefined,
): Promise<UntypedDocument[]> {
  const siblings = await liveOfDocuments(
    sql,
    rows.map(({ document_id }) => document_id),
  );
  const siblingsOf = Map.groupBy(siblings, ({ document_id }) => document_id);
  const sources = await sourceVersions(sql, rows, siblings);
  const versions = await loadVersions(sql, [...rows.map(({ version_id }) => version_id), ...sources.values()]);
  const merged = rows.map((row) =>
    mergeFacts(
      typeOf(row).fields,
      contentsOf(versions, row.version_id),
      contentsOf(versions, sources.get(`${row.type}/${row.uid}`)),
    ),
  );
  const references = rows.map((row, index) => referencesOf(typeOf(row).fields, merged[index] ?? {}));
  const readers = rows.map((row) => locale ?? (row.locale || defaultLocale));
  const cards = await cardsByReader(sql, references, readers);
  return rows.map((row, index) => {
    const data = resolveReferences(typeOf(row).fields, merged[index] ?? {}, (key) =>
      cards.get(readers[index] ?? defaultLocale)?.get(key),
    );
    return toDocument(row, siblingsOf.get(row.document_id) ?? [], references[index] ?? [], data);
  });
}

const contentsOf = (versions: ReadonlyMap<number, Stored>, id: number | undefined): Stored =>
  (id === undefined ? undefined : versions.get(id)) ?? {};

async function cardsByReader(
  sql: Sql,
  references: readonly Key[][],
  readers: readonly string[],
): Promise<Map<string, Map<Key, unknown>>> {
  const rows = Map.groupBy(references.keys(), (index) => readers[index] ?? defaultLocale);
  const cards = new Map<string, Map<Key, unknown>>();
  for (const [reader, indexes] of rows) {
    const keys = new Set(indexes.flatMap((index) => references[index] ?? []));
    cards.set(reader, await loadCards(sql, keys, reader));
  }
  return cards;
}

function toDocument(
  row: LiveRow,
  siblings: readonly LiveRow[],
  references: readonly Key[],
  data: Stored,
): UntypedDocument {
  const key = keyOf(row.type, row.uid);
  const document = {
    type: row.type,
    documentId: row.document_id,
    uid: row.uid,
    locale: row.locale || null,
    sourceLocale: row.source_locale || defaultLocale,
    slug: row.slug,
    version: row.version,
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
    mentions: [key, ...references.filter((other) => other !== key)],
    locales: siblings
      .filter((other) => other.type === row.type && other.locale !== "")
      .map(({ locale, slug }) => ({ locale, slug }))
      .sort((a, b) => (a.locale < b.locale ? -1 : 1)),
    data,
  };
  // A hash over all that the answer shows moves exactly when a page that shows it must; versions and cards keep their order of keys.
  const etag = createHash("sha256").update(JSON.stringify(document)).digest("base64url").slice(0, 27);
  return { ...document, etag } as UntypedDocument;
}
