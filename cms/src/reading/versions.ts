import {
  type ContentType,
  isVersionNumber,
  localeSchema,
  referencesOf,
  type UntypedVersion,
  type VersionList,
  type VersionNote,
} from "@essaim/content";
import { z } from "zod";
import type { Sql } from "../database.ts";
import { type LiveRow, parseLiveRows, parseVersion, parseVersionRows, type VersionRow } from "../publication/live.ts";
import { tables } from "../publication/tables.ts";
import { RequestError } from "../request-error.ts";
import { loadCards } from "./cards.ts";
import { nearest } from "./nearest.ts";

const localeQuery = { locale: localeSchema.optional() };
/** Query of `GET /api/versions/:type/:documentId`. */
export const versionsQuerySchema = z.strictObject({
  ...localeQuery,
  limit: z.coerce.number().int().min(1).max(500).default(500),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
});
/** Query of `GET /api/versions/:type/:documentId/:number`. */
export const versionQuerySchema = z.strictObject(localeQuery);

/** Which document's versions, in which language; without one, in its source language. */
export interface VersionsOf {
  readonly type: ContentType;
  readonly documentId: string;
  readonly locale: string | undefined;
}

/** The versions of a document that is published now, newest first. What was withdrawn shows no history. */
export async function listVersions(
  sql: Sql,
  of: VersionsOf,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<VersionList> {
  const { type, uid, locale } = await liveRow(sql, of);
  const all = () => sql(tables.versions).where({ type, uid, locale });
  const rows = parseVersionRows(
    await all()
      .orderBy("number", "desc")
      .limit(limit)
      .offset(offset)
      .select("id", "type", "uid", "locale", "number", "hash", "author", "note", "at")
      .select(sql.raw("'' as json")),
  );
  const [counted] = await all().count({ total: "*" });
  return { items: rows.map(toNote), total: Number(counted?.["total"] ?? 0) };
}

/** One version of a document that is published now, with the cards of what it refers to for a reader of the same language. */
export async function readVersion(sql: Sql, of: VersionsOf, number: string): Promise<UntypedVersion> {
  const { type, uid, locale } = await liveRow(sql, of);
  const rows = isVersionNumber(number)
    ? await sql(tables.versions)
        .where({ type, uid, locale, number: Number(number) })
        .limit(1)
    : [];
  const [version] = parseVersionRows(rows);
  const data = version && parseVersion(version.id, version.json);
  if (!version || !data) throw new RequestError(404, "unknown-version", "no such version", { field: "number" });
  const cards = await loadCards(sql, referencesOf(of.type.fields, data), locale || (of.locale ?? ""));
  return { ...toNote(version), data, cards: Object.fromEntries(cards) };
}

async function liveRow(sql: Sql, { type, documentId, locale }: VersionsOf): Promise<LiveRow> {
  const live = parseLiveRows(await sql(tables.live).where({ type: type.name, document_id: documentId }));
  const row = type.localized && locale ? live.find((one) => one.locale === locale) : nearest(live, "");
  if (!row) throw new RequestError(404, "not-published", "no such document is published");
  return row;
}

const toNote = ({ number, at, author, note }: VersionRow): VersionNote => ({ number, at, author, note });
