import {
  type Key,
  type Locale,
  type MemberNotice,
  type NoticeFrequency,
  type NoticesAnswer,
  noticeDataSchema,
  noticeFrequencies,
  noticeKinds,
} from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { sqlNow, whole } from "../database.ts";
import { type Account, accountUid } from "../members/accounts.ts";
import { tables } from "../publication/tables.ts";
import { loadCards } from "../reading/cards.ts";
import { RequestError } from "../request-error.ts";
import { readStopLink } from "./stop-link.ts";

/** Notices shown; older ones are kept for a year, and in the data that a member takes along. */
const mostShown = 100;

const rowSchema = z.object({
  id: whole,
  kind: z.enum(noticeKinds),
  at: z.string(),
  read_at: z.string().nullable(),
  data: z.string().transform((json) => noticeDataSchema.parse(JSON.parse(json))),
});
const slugSchema = z.object({ slug: z.string() });

/** What a member was told lately, in the language that they read. */
export async function readNotices(strapi: Core.Strapi, { id }: Account, locale: Locale): Promise<NoticesAnswer> {
  const sql = await sqlNow(strapi);
  const rows = z
    .array(rowSchema)
    .parse(await sql(tables.notices).where({ user_id: id }).orderBy("id", "desc").limit(mostShown));
  const keys = rows.flatMap(({ data }) => [data.about, ...(data.other ? [data.other.key] : [])]);
  const cards = await loadCards(sql, keys, locale);
  const slugOf = (key: Key | undefined) => (key && slugSchema.safeParse(cards.get(key)).data?.slug) ?? null;
  const row: unknown = await strapi.db.query(accountUid).findOne({ where: { id } });
  const frequency = z.object({ noticeFrequency: z.enum(noticeFrequencies).nullish() }).parse(row).noticeFrequency;
  const notices = rows.map(
    ({ id: number, kind, at, read_at, data }): MemberNotice => ({
      ...{ id: number, kind, at, isRead: read_at !== null, data },
      ...{ slug: slugOf(data.about), otherSlug: slugOf(data.other?.key) },
    }),
  );
  return { notices, unread: await countUnread(strapi, { id }), frequency: frequency ?? "at-once" };
}

/** How many notices a member has not read. */
export async function countUnread(strapi: Core.Strapi, { id }: Pick<Account, "id">): Promise<number> {
  const sql = await sqlNow(strapi);
  const [count] = await sql(tables.notices).where({ user_id: id }).whereNull("read_at").count({ unread: "*" });
  return whole.parse(count?.["unread"] ?? 0);
}

/** Takes note that a member has seen all up to one. */
export async function markRead(strapi: Core.Strapi, { id }: Account, upTo: number): Promise<void> {
  const sql = await sqlNow(strapi);
  await sql(tables.notices)
    .where({ user_id: id })
    .where("id", "<=", upTo)
    .whereNull("read_at")
    .update("read_at", new Date().toISOString());
}

/** Chooses how often a member is written to; what waits goes with the new choice. */
export async function chooseFrequency(strapi: Core.Strapi, { id }: Account, frequency: NoticeFrequency): Promise<void> {
  await strapi.db.transaction(async () => {
    await strapi.db.query(accountUid).update({ where: { id }, data: { noticeFrequency: frequency } });
    if (frequency !== "never") return;
    const sql = await sqlNow(strapi);
    await sql(tables.notices).where({ user_id: id, mail: "due" }).update("mail", "none");
  });
}

/** Ends the e-mails of whoever holds the link that stands in each of them. */
export async function stopMail(strapi: Core.Strapi, link: string): Promise<void> {
  const account = await readStopLink(strapi, link);
  if (!account) throw new RequestError(410, "link-ended", "there is no such link");
  await chooseFrequency(strapi, account, "never");
}
