import type { Sql } from "../database.ts";
import { type LiveRow, parseLiveRows } from "../publication/live.ts";
import { tables } from "../publication/tables.ts";

/** All live locales of the documents with these ids. */
export async function liveOfDocuments(sql: Sql, documentIds: Iterable<string>): Promise<LiveRow[]> {
  return inChunks([...new Set(documentIds)], async (chunk) =>
    parseLiveRows(await sql(tables.live).whereIn("document_id", chunk)),
  );
}

/** All live locales of the documents of a type with these uids. */
export async function liveOfUids(sql: Sql, type: string, uids: readonly string[]): Promise<LiveRow[]> {
  return inChunks(uids, async (chunk) => parseLiveRows(await sql(tables.live).where({ type }).whereIn("uid", chunk)));
}

async function inChunks<T, R>(all: readonly T[], read: (chunk: readonly T[]) => Promise<R[]>): Promise<R[]> {
  const found: R[] = [];
  for (let start = 0; start < all.length; start += 500) found.push(...(await read(all.slice(start, start + 500))));
  return found;
}
