import {
  type ContentType,
  contentType,
  isTypeName,
  type Key,
  keyOf,
  type Locale,
  mergeFacts,
  resourceTypes,
  type Stored,
  splitKey,
} from "@essaim/content";
import type { Sql } from "../database.ts";
import { type LiveRow, parseVersionRows } from "../publication/live.ts";
import { tables } from "../publication/tables.ts";
import { loadVersions, sourceVersions } from "../reading/library.ts";
import { liveOfUids } from "../reading/live-rows.ts";
import { nearest } from "../reading/nearest.ts";
import { RequestError } from "../request-error.ts";

/** One version of a sheet that visitors can read now, facts included. */
export interface PublishedCopy {
  readonly type: ContentType;
  readonly row: LiveRow;
  readonly number: number;
  readonly stored: Stored;
}

const notPublished = () => new RequestError(404, "not-published", "no such sheet is published", { field: "resource" });

/** The content type of a sheet’s key. Throws a RequestError of 404 for what is no sheet. */
export function sheetType(key: Key): ContentType {
  const { type } = splitKey(key);
  if (!isTypeName(type) || !resourceTypes.some((one) => one === type)) throw notPublished();
  return contentType(type);
}

/**
 * A version of a published sheet in a language, or in the nearest that it has; the newest without a number. A translation’s facts are those of
 * its source today. Throws a RequestError of 404.
 */
export async function publishedCopy(sql: Sql, key: Key, locale: Locale, number?: number): Promise<PublishedCopy> {
  const type = sheetType(key);
  const live = await liveOfUids(sql, type.name, [splitKey(key).uid]);
  const row = nearest(live, locale);
  if (!row) throw notPublished();
  const own = number === undefined ? row.version_id : await versionId(sql, row, number);
  const source = (await sourceVersions(sql, [row], live)).get(keyOf(row.type, row.uid));
  const isSource = row.locale === row.source_locale;
  const versions = await loadVersions(sql, [own, ...(source === undefined ? [] : [source])]);
  const texts = versions.get(own) ?? {};
  const facts = isSource || source === undefined ? texts : (versions.get(source) ?? {});
  return { type, row, number: number ?? row.version, stored: mergeFacts(type.fields, texts, facts) };
}

async function versionId(sql: Sql, { type, uid, locale }: LiveRow, number: number): Promise<number> {
  const [version] = parseVersionRows(await sql(tables.versions).where({ type, uid, locale, number }).limit(1));
  if (!version) throw new RequestError(404, "unknown-version", "no such version", { field: "version" });
  return version.id;
}
