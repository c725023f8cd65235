import {
  memberPath,
  noticeDataSchema,
  noticeFrequencies,
  noticeKinds,
  noticeSentence,
  noticeSubject,
} from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { isPostgres, moment, sqlNow, whole } from "../database.ts";
import { messages } from "../mail/messages/index.ts";
import { oneLine, type Sending, sendMessage, siteAddress } from "../mail/send.ts";
import { type Account, accountUid, findAccount, isOpen, languageOf } from "../members/accounts.ts";
import { tables } from "../publication/tables.ts";
import { lastDigestTime } from "./digest-time.ts";
import { stopAddress } from "./stop-link.ts";

/** Any number: it names the lock among PostgreSQL's advisory locks of this database. */
const deliveryLock = 4_297_113;
/** Notices that a message names; the others are on the page that it leads to. */
const mostLines = 30;

const choiceSchema = z.object({
  noticeFrequency: z.enum(noticeFrequencies).nullish(),
  digestAt: moment.nullish(),
  createdAt: moment,
});
const rowSchema = z.object({
  id: whole,
  kind: z.enum(noticeKinds),
  data: z.string().transform((json) => noticeDataSchema.parse(JSON.parse(json))),
});

/** Writes to everybody whose time has come of what they were not yet told by e-mail. What no server takes is tried again at the next call. */
export async function deliverNotices(strapi: Core.Strapi, now = new Date()): Promise<void> {
  // SQLite has one process, and one connection that must not be held while a mail server is slow.
  if (!isPostgres(strapi)) return deliverAll(strapi, now);
  await strapi.db.transaction(async ({ trx }) => {
    const { rows } = await trx.raw("select pg_try_advisory_xact_lock(?) as taken", [deliveryLock]);
    if (rows[0]?.taken === true) await deliverAll(strapi, now);
  });
}

async function deliverAll(strapi: Core.Strapi, now: Date): Promise<void> {
  const sql = await sqlNow(strapi);
  const due: unknown = await sql(tables.notices).where({ mail: "due" }).distinct("user_id");
  for (const { user_id: id } of z.array(z.object({ user_id: whole })).parse(due)) {
    const account = await findAccount(strapi, { id });
    if (!account || !isOpen(account))
      await sql(tables.notices).where({ user_id: id, mail: "due" }).update("mail", "none");
    // One address that takes no mail must not keep everybody else's back.
    else if ((await isTime(strapi, account, now)) && (await deliverTo(strapi, account, now)) === "unsent") return;
  }
}

/** Whether somebody wants to be written to now. */
async function isTime(strapi: Core.Strapi, { id }: Account, now: Date): Promise<boolean> {
  const row: unknown = await strapi.db.query(accountUid).findOne({ where: { id } });
  const { noticeFrequency, digestAt, createdAt } = choiceSchema.parse(row);
  if (noticeFrequency === "never") return false;
  return noticeFrequency !== "weekly" || (digestAt ?? createdAt) < lastDigestTime(now).toISOString();
}

/** Sends one message of all that is due; to an address that takes none, nothing is due any more. */
async function deliverTo(strapi: Core.Strapi, account: Account, now: Date): Promise<Sending> {
  const sql = await sqlNow(strapi);
  const own = { user_id: account.id, mail: "due" };
  const rows = z.array(rowSchema).parse(await sql(tables.notices).where(own).orderBy("id", "desc").limit(500));
  const [newest, ...older] = rows;
  // Whoever has just chosen to hear nothing is written nothing.
  if (!newest) return "sent";
  const locale = languageOf(account);
  const lines = rows.slice(0, mostLines).map(({ kind, data }) => oneLine(noticeSentence(kind, data, locale)));
  const page = siteAddress(memberPath("notices", locale));
  const message = messages[locale].notices({
    subject: noticeSubject([newest, ...older], locale),
    lines,
    more: rows.length - lines.length,
    page,
    stop: stopAddress(account),
  });
  const sending = await sendMessage(strapi, account.email, message);
  if (sending === "delayed" || sending === "unsent") return sending;
  await sql(tables.notices)
    .where(own)
    .where("id", "<=", newest.id)
    .update("mail", sending === "sent" ? "sent" : "none");
  await strapi.db.query(accountUid).update({ where: { id: account.id }, data: { digestAt: now } });
  return sending;
}
