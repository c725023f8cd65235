import { type ContentType, contentType, isTypeName, type Stored } from "@essaim/content";
import { LRUCache } from "lru-cache";
import type { Sql } from "../database.ts";
import { type LiveRow, parseVersion, parseVersionRows, versionsOf } from "../publication/live.ts";
import { tables } from "../publication/tables.ts";

/** Versions never change, so those read lately are kept, parsed; bounded by the length of their JSON. */
const shelf = new LRUCache<number, { stored: Stored; length: number }>({
  maxSize: 64 * 1024 * 1024,
  sizeCalculation: ({ length }) => length + 100,
});

/** The contents of versions, by id. */
export async function loadVersions(sql: Sql, ids: Iterable<number>): Promise<Map<number, Stored>> {
  const found = new Map<number, Stored>();
  const missing: number[] = [];
  for (const id of new Set(ids)) {
    const known = shelf.get(id);
    if (known) found.set(id, known.stored);
    else missing.push(id);
  }
  for (let start = 0; start < missing.length; start += 500) {
    for (const { id, json } of await versionsOf(sql, missing.slice(start, start + 500))) {
      const stored = parseVersion(id, json);
      if (!stored) continue;
      shelf.set(id, { stored, length: json.length });
      found.set(id, stored);
    }
  }
  return found;
}

/** The version that owns each translation's facts: by `type/uid`, its id; live or not, it is the source locale's latest. */
export async function sourceVersions(
  sql: Sql,
  rows: readonly LiveRow[],
  live: readonly LiveRow[],
): Promise<Map<string, number>> {
  const sources = new Map<string, number>();
  for (const row of live) if (row.locale === row.source_locale) sources.set(`${row.type}/${row.uid}`, row.version_id);
  const orphans = rows.filter(({ type, uid }) => !sources.has(`${type}/${uid}`));
  for (const { type, uid, source_locale } of orphans) {
    const [latest] = parseVersionRows(
      await sql(tables.versions).where({ type, uid, locale: source_locale }).orderBy("number", "desc").limit(1),
    );
    if (latest) sources.set(`${type}/${uid}`, latest.id);
  }
  return sources;
}

/** The content type of a row of ours. */
export function typeOf(row: { readonly type: string }): ContentType {
  if (!isTypeName(row.type)) throw new Error(`unknown content type ${row.type}`);
  return contentType(row.type);
}
