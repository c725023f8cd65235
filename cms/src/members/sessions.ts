import { sessionSeconds } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { sqlNow } from "../database.ts";
import { tables } from "../publication/tables.ts";
import { type Account, findAccount, isOpen, lockAccounts } from "./accounts.ts";
import { hashOf, newSecretId } from "./secret-id.ts";

/** A session's end is moved on once in this time, so that reading a page seldom writes. */
const settledMs = 3_600_000;

const rowSchema = z.object({ user_id: z.coerce.number(), expires_at: z.string() });
const endFrom = (now: number): string => new Date(now + sessionSeconds * 1000).toISOString();

/**
 * Begins a session; its id is told here once, the database keeps its hash. Null when the account was closed since it was read, or its password
 * changed: what ends all sessions must not be outlived by one that was just about to begin.
 */
export async function beginSession(strapi: Core.Strapi, { id, password }: Account): Promise<string | null> {
  const session = newSecretId();
  return strapi.db.transaction(async ({ trx }) => {
    await lockAccounts(strapi);
    const account = await findAccount(strapi, { id });
    if (!account || !isOpen(account) || account.password !== password) return null;
    await trx(tables.sessions).insert({ hash: hashOf(session), user_id: id, expires_at: endFrom(Date.now()) });
    return session;
  });
}

/** Whose session it is; null when it has ended, or its account was closed or removed. */
export async function findSession(strapi: Core.Strapi, session: string): Promise<Account | null> {
  const sql = await sqlNow(strapi);
  const hash = hashOf(session);
  const now = Date.now();
  const row: unknown = await sql(tables.sessions)
    .where({ hash })
    .where("expires_at", ">", new Date(now).toISOString())
    .first("user_id", "expires_at");
  if (row === undefined) return null;
  const { user_id: id, expires_at: end } = rowSchema.parse(row);
  const account = await findAccount(strapi, { id });
  if (!account || !isOpen(account)) return null;
  if (Date.parse(end) < now + sessionSeconds * 1000 - settledMs)
    await sql(tables.sessions)
      .where({ hash })
      .update({ expires_at: endFrom(now) });
  return account;
}

/** Ends one session. */
export async function endSession(strapi: Core.Strapi, session: string): Promise<void> {
  const sql = await sqlNow(strapi);
  await sql(tables.sessions)
    .where({ hash: hashOf(session) })
    .delete();
}

/** Ends every session of an account. */
export async function endSessionsOf(strapi: Core.Strapi, { id }: Pick<Account, "id">): Promise<void> {
  const sql = await sqlNow(strapi);
  await sql(tables.sessions).where({ user_id: id }).delete();
}

/** Forgets sessions and links that ended by themselves. */
export async function forgetEnded(strapi: Core.Strapi): Promise<void> {
  const now = new Date().toISOString();
  for (const table of [tables.sessions, tables.accountLinks])
    await strapi.db.connection(table).where("expires_at", "<=", now).delete();
}
