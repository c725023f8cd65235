import { type Key, keyOf, keySchema, type Stored } from "@essaim/content";
import { z } from "zod";
import type { Sql } from "../database.ts";
import type { LiveRow } from "../publication/live.ts";
import { tables } from "../publication/tables.ts";
import { loadVersions, sourceVersions } from "./library.ts";
import { liveOfDocuments } from "./live-rows.ts";

/** The keys of the documents of a type that refer to one of these keys. */
export async function keysThatMention(sql: Sql, type: string, keys: readonly Key[]): Promise<Key[]> {
  const referring = sql(tables.references).where({ type }).whereIn("target", keys).select("document_id");
  const rows: unknown = await sql(tables.live).where({ type }).whereIn("document_id", referring).distinct("uid");
  return z
    .array(z.object({ uid: z.string() }))
    .parse(rows)
    .map(({ uid }) => keySchema.parse(`${type}/${uid}`));
}

/** The documents of these types that refer to one of these keys, each once, with the facts that its source locale holds. */
export async function thatMention(
  sql: Sql,
  types: readonly string[],
  keys: readonly Key[],
): Promise<{ row: LiveRow; stored: Stored }[]> {
  const found = new Set<string>();
  for (let start = 0; start < keys.length; start += 500) {
    const rows: unknown = await sql(tables.references)
      .whereIn("type", types)
      .whereIn("target", keys.slice(start, start + 500))
      .distinct("document_id");
    for (const { document_id } of z.array(z.object({ document_id: z.string() })).parse(rows)) found.add(document_id);
  }
  const live = (await liveOfDocuments(sql, found)).filter(({ type }) => types.includes(type));
  const sources = await sourceVersions(sql, live, live);
  const versions = await loadVersions(sql, sources.values());
  const documents = new Map(live.map((row) => [keyOf(row.type, row.uid), row]));
  return [...documents].map(([key, row]) => ({ row, stored: versions.get(sources.get(key) ?? row.version_id) ?? {} }));
}
