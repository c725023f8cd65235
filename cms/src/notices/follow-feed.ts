import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { sqlNow, whole } from "../database.ts";
import { tables } from "../publication/tables.ts";
import { addNotices } from "./notices.ts";
import { type Addressed, noticesOfChange } from "./notices-of-change.ts";
import { hasMembers } from "./recipients.ts";

const changesAtOnce = 20;
const changeSchema = z.object({
  ...{ id: whole, type: z.string(), uid: z.string(), locale: z.string(), version: whole.nullable(), at: z.string() },
});

const store = (strapi: Core.Strapi) => strapi.store({ type: "essaim", name: "notices" });
const readCursor = async (strapi: Core.Strapi) =>
  whole.nullable().parse((await store(strapi).get({ key: "seq" })) ?? null);

/**
 * Tells members what the next rows of the feed say; the position moves in the same transaction, so that nothing is told twice or never.
 * Returns whether there may be more.
 */
export async function followFeed(strapi: Core.Strapi): Promise<boolean> {
  const cursor = await readCursor(strapi);
  const head = await headOf(strapi);
  // What happened before there were notices, or anybody to tell, is no news.
  if (cursor === null || !(await hasMembers(strapi))) {
    if (cursor !== head) await store(strapi).set({ key: "seq", value: head });
    return false;
  }
  const sql = await sqlNow(strapi);
  const rows: unknown = await sql(tables.changes).where("id", ">", cursor).orderBy("id").limit(changesAtOnce);
  const changes = z.array(changeSchema).parse(rows);
  const last = changes.at(-1);
  if (!last) return false;
  const told: Addressed[] = [];
  for (const change of changes) told.push(...(await noticesOfChange(strapi, change)));
  await strapi.db.transaction(async () => {
    for (const { notice, to } of told) await addNotices(strapi, to, notice);
    await store(strapi).set({ key: "seq", value: last.id });
  });
  return last.id < head;
}

async function headOf(strapi: Core.Strapi): Promise<number> {
  const sql = await sqlNow(strapi);
  const [head] = await sql(tables.changes).max({ last: "id" });
  return Number(head?.["last"] ?? 0);
}
