import { type Key, type NoticeFrequency, noticeFrequencies, resourceTypes } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { whereResource } from "../adoptions/adopt.ts";
import { findAdoptions } from "../adoptions/own-adoptions.ts";
import { moment, sqlNow } from "../database.ts";
import { accountUid } from "../members/accounts.ts";
import { tables } from "../publication/tables.ts";
import { loadVersions } from "../reading/library.ts";
import { liveOfDocuments } from "../reading/live-rows.ts";

/** Someone who may be told of something. */
export interface Recipient {
  readonly id: number;
  readonly frequency: NoticeFrequency;
  readonly createdAt: string;
}

const rowsSchema = z.array(
  z
    .object({ id: z.number(), noticeFrequency: z.enum(noticeFrequencies).nullish(), createdAt: moment })
    .transform(({ id, noticeFrequency, createdAt }) => ({
      id,
      frequency: noticeFrequency ?? ("at-once" as const),
      createdAt,
    })),
);

/** Everybody who acts for one of these centres. */
export async function membersOf(strapi: Core.Strapi, centres: Iterable<string>): Promise<Recipient[]> {
  const uids = [...new Set(centres)];
  if (uids.length === 0) return [];
  const rows: unknown = await strapi.db.query(accountUid).findMany({
    where: { centre: { uid: { $in: uids } }, confirmed: true, $or: [{ blocked: false }, { blocked: null }] },
    select: ["id", "noticeFrequency", "createdAt"],
  });
  return rowsSchema.parse(rows);
}

/** The centres that a stored resource comes from. */
export const centresOf = (stored: Readonly<Record<string, unknown>>): string[] =>
  z.array(z.string()).catch([]).parse(stored["centres"]);

/** The centres that use a resource: who has taken it up and not stopped, whoever may know it, and where adaptations of it come from. */
export async function usersOf(strapi: Core.Strapi, key: Key): Promise<string[]> {
  const adoptions = await findAdoptions(strapi, { ...whereResource(key), stage: { $ne: "stopped" } });
  const adaptations = await adaptationsOf(strapi, key);
  return [...adoptions.flatMap(({ centre }) => centre ?? []), ...adaptations.flatMap(centresOf)];
}

const derivedSchema = z.object({ derivedFrom: z.object({ document: z.string() }) });

async function adaptationsOf(strapi: Core.Strapi, key: Key) {
  const sql = await sqlNow(strapi);
  const rows: unknown = await sql(tables.references)
    .whereIn("type", resourceTypes)
    .where({ target: key })
    .distinct("document_id");
  const ids = z.array(z.object({ document_id: z.string() })).parse(rows);
  const live = await liveOfDocuments(
    sql,
    ids.map(({ document_id }) => document_id),
  );
  const stored = await loadVersions(
    sql,
    live.filter(({ locale, source_locale }) => locale === source_locale).map(({ version_id }) => version_id),
  );
  return [...stored.values()].filter((one) => derivedSchema.safeParse(one).data?.derivedFrom.document === key);
}

/** Whether somebody could be told at all. */
export const hasMembers = async (strapi: Core.Strapi): Promise<boolean> =>
  (await strapi.db.query(accountUid).count({ where: { confirmed: true } })) > 0;
