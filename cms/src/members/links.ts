import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { sqlNow, whole } from "../database.ts";
import { tables } from "../publication/tables.ts";
import { type Account, findAccount } from "./accounts.ts";
import { hashOf, newSecretId } from "./secret-id.ts";

/** What a link of a message opens, and for how long, in milliseconds. */
const lifetimes = { password: 3_600_000, invitation: 7 * 86_400_000 } as const;
/** What a link of a message opens. */
export type LinkPurpose = keyof typeof lifetimes;

const ownerSchema = z.object({ user_id: whole });

/** Makes a link for an account; an earlier one for the same purpose ends. */
export async function makeLink(strapi: Core.Strapi, { id }: Account, purpose: LinkPurpose): Promise<string> {
  const link = newSecretId();
  const sql = await sqlNow(strapi);
  await sql(tables.accountLinks).where({ user_id: id, purpose }).delete();
  const expires_at = new Date(Date.now() + lifetimes[purpose]).toISOString();
  await sql(tables.accountLinks).insert({ hash: hashOf(link), user_id: id, purpose, expires_at });
  return link;
}

/** Whose link it is; null when it was used, has ended, or is for something else. */
export async function findLink(strapi: Core.Strapi, link: string, purpose: LinkPurpose): Promise<Account | null> {
  const sql = await sqlNow(strapi);
  const row: unknown = await sql(tables.accountLinks)
    .where({ hash: hashOf(link), purpose })
    .where("expires_at", ">", new Date().toISOString())
    .first("user_id");
  if (row === undefined) return null;
  const account = await findAccount(strapi, { id: ownerSchema.parse(row).user_id });
  return account?.blocked ? null : account;
}

/** Which of these accounts a link still leads to, by their numbers. */
export async function accountsWithLink(
  strapi: Core.Strapi,
  accounts: readonly Pick<Account, "id">[],
  purpose: LinkPurpose,
): Promise<Set<number>> {
  const sql = await sqlNow(strapi);
  const rows: unknown = await sql(tables.accountLinks)
    .where({ purpose })
    .where("expires_at", ">", new Date().toISOString())
    .whereIn(
      "user_id",
      accounts.map(({ id }) => id),
    )
    .select("user_id");
  return new Set(
    z
      .array(ownerSchema)
      .parse(rows)
      .map((row) => row.user_id),
  );
}

/** Uses a link up. Of two who do so at once, one gets the account. */
export async function useLink(strapi: Core.Strapi, link: string, purpose: LinkPurpose): Promise<Account | null> {
  const account = await findLink(strapi, link, purpose);
  if (!account) return null;
  const sql = await sqlNow(strapi);
  const used = await sql(tables.accountLinks)
    .where({ hash: hashOf(link), purpose })
    .delete();
  if (used !== 1) return null;
  await endLinksOf(strapi, account);
  return account;
}

/** Ends every link of an account. */
export async function endLinksOf(strapi: Core.Strapi, { id }: Pick<Account, "id">): Promise<void> {
  const sql = await sqlNow(strapi);
  await sql(tables.accountLinks).where({ user_id: id }).delete();
}
