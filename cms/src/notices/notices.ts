import type { NoticeData, NoticeKind } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { sqlNow } from "../database.ts";
import { tables } from "../publication/tables.ts";
import type { Recipient } from "./recipients.ts";

/** Something that members are told. */
export interface Notice {
  readonly kind: NoticeKind;
  /** Names what happened: whoever was told of it isn't told again. */
  readonly subject: string;
  readonly at: string;
  readonly data: NoticeData;
}

/** Tells members of something, in the running transaction if there is one; those who came later than it are left out. */
export async function addNotices(strapi: Core.Strapi, to: readonly Recipient[], notice: Notice): Promise<void> {
  const { kind, subject, at, data } = notice;
  const rows = to
    .filter(({ createdAt }) => createdAt <= at)
    .map(({ id, frequency }) => ({
      ...{ user_id: id, kind, subject, at, data: JSON.stringify(data) },
      mail: frequency === "never" ? "none" : "due",
    }));
  const sql = await sqlNow(strapi);
  for (let start = 0; start < rows.length; start += 100)
    await sql(tables.notices)
      .insert(rows.slice(start, start + 100))
      .onConflict(["user_id", "subject"])
      .ignore();
}

/** Forgets what somebody was told. */
export async function forgetNoticesOf(strapi: Core.Strapi, { id }: { readonly id: number }): Promise<void> {
  const sql = await sqlNow(strapi);
  await sql(tables.notices).where({ user_id: id }).delete();
}

/** How long notices are kept, in milliseconds. */
const lifetimeMs = 400 * 86_400_000;

/** Forgets what was told long ago. */
export async function forgetOldNotices(strapi: Core.Strapi): Promise<void> {
  const sql = await sqlNow(strapi);
  await sql(tables.notices)
    .where("at", "<", new Date(Date.now() - lifetimeMs).toISOString())
    .delete();
}
