import { randomBytes } from "node:crypto";
import { EventEmitter } from "node:events";
import type { Core } from "@strapi/strapi";
import { isPostgres, type Sql, sqlNow } from "../database.ts";
import { tables } from "./tables.ts";

/** Any number: it names the lock among PostgreSQL's advisory locks of this database. */
const feedLock = 4_297_110;

/** A change as it is appended. */
export interface NewChange {
  readonly type: string;
  readonly documentId: string;
  readonly uid: string;
  readonly locale: string;
  readonly version: number | null;
  readonly action: "publish" | "delete";
}

/** Tells this process's long polls that a transaction with changes was committed. */
export const committed = new EventEmitter().setMaxListeners(0);

/**
 * Makes appends wait for one another, from here to the end of the transaction: PostgreSQL gives sequence numbers before the commit,
 * so a reader could otherwise see row 2, move its cursor, and miss row 1. SQLite has one writer anyway.
 */
export async function lockFeed(strapi: Core.Strapi): Promise<void> {
  if (!isPostgres(strapi)) return;
  const sql = await sqlNow(strapi);
  await sql.raw("select pg_advisory_xact_lock(?)", [feedLock]);
}

/** Runs work in a transaction that holds the feed from its start: people who write at once see one another, and none waits for the other’s rows. */
export async function inFeedTransaction<T>(strapi: Core.Strapi, work: (trx: Sql) => Promise<T>): Promise<T> {
  return strapi.db.transaction(async ({ trx }) => {
    await lockFeed(strapi);
    return work(trx);
  });
}

/** Appends changes inside the running transaction. */
export async function appendChanges(strapi: Core.Strapi, changes: readonly NewChange[]): Promise<void> {
  if (changes.length === 0) return;
  await lockFeed(strapi);
  const sql = await sqlNow(strapi);
  const at = new Date().toISOString();
  for (const { documentId, ...change } of changes)
    await sql(tables.changes).insert({ ...change, document_id: documentId, at });
  await strapi.db.transaction(async ({ onCommit }) => onCommit(() => committed.emit("changes")));
}

/** Gives this database's feed a name of its own, once. */
export async function nameFeed(strapi: Core.Strapi): Promise<void> {
  await inFeedTransaction(strapi, async (trx) => {
    if (!(await trx(tables.feed).first()))
      await trx(tables.feed).insert({ feed: randomBytes(12).toString("base64url") });
  });
}
