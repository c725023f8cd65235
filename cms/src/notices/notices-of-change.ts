import { type Key, keyOf, keySchema, resourceTypes, type Stored, stages } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { publishedResource } from "../adoptions/published-resource.ts";
import { type Sql, sqlNow } from "../database.ts";
import { parseVersion, parseVersionRows, type VersionRow } from "../publication/live.ts";
import { tables } from "../publication/tables.ts";
import { loadVersions } from "../reading/library.ts";
import { liveOfUids } from "../reading/live-rows.ts";
import type { Notice } from "./notices.ts";
import { centresOf, membersOf, type Recipient, usersOf } from "./recipients.ts";

/** A row of the feed, as far as notices go by it. */
export interface FollowedChange {
  readonly type: string;
  readonly uid: string;
  readonly locale: string;
  readonly version: number | null;
  readonly at: string;
}

/** A notice, and whom it is for. */
export interface Addressed {
  readonly notice: Notice;
  readonly to: readonly Recipient[];
}

/** What members are told of a change of what is published. */
export async function noticesOfChange(strapi: Core.Strapi, change: FollowedChange): Promise<Addressed[]> {
  if (change.version === null) return [];
  if (change.type === "adoption") return ofAdoption(strapi, change);
  if (change.type === "report") return ofReport(strapi, change);
  return resourceTypes.some((type) => type === change.type) ? ofResource(strapi, change) : [];
}

const adoptionSchema = z.object({ centre: z.string(), resource: keySchema, stage: z.enum(stages) });
type Adoption = z.infer<typeof adoptionSchema>;

/** The centres of a sheet hear of each stage that another centre reaches with it. */
async function ofAdoption(strapi: Core.Strapi, change: FollowedChange): Promise<Addressed[]> {
  const [now, before] = await lastVersions(await sqlNow(strapi), change);
  const adoption = read(adoptionSchema, now);
  if (!adoption || read(adoptionSchema, before)?.stage === adoption.stage) return [];
  return toOrigin(strapi, adoption, {
    kind: "adopted",
    subject: `adopted ${change.uid} ${change.version}`,
    at: change.at,
    more: { stage: adoption.stage },
  });
}

const reportSchema = z.object({ adoption: z.string() });

/** The centres of a sheet hear of the first state of each report on it; corrections are silent. */
async function ofReport(strapi: Core.Strapi, change: FollowedChange): Promise<Addressed[]> {
  const sql = await sqlNow(strapi);
  const [now, before] = await lastVersions(sql, change);
  const report = before ? undefined : read(reportSchema, now);
  const [live] = report ? await liveOfUids(sql, "adoption", [report.adoption]) : [];
  if (!live) return [];
  const stored = (await loadVersions(sql, [live.version_id])).get(live.version_id);
  const adoption = adoptionSchema.safeParse(stored).data;
  if (!adoption) return [];
  return toOrigin(strapi, adoption, {
    kind: "reported",
    subject: `reported ${change.uid}`,
    at: change.at,
    more: { report: change.uid },
  });
}

async function toOrigin(
  strapi: Core.Strapi,
  { centre, resource }: Pick<Adoption, "centre" | "resource">,
  { kind, subject, at, more }: Pick<Notice, "kind" | "subject" | "at"> & { readonly more: object },
): Promise<Addressed[]> {
  const published = await publishedResource(strapi, resource);
  if (!published) return [];
  const others = centresOf(published.stored).filter((own) => own !== centre);
  const data = { about: resource, title: titleOf(published.stored), ...(await named(strapi, centre)), ...more };
  return [{ notice: { kind, subject, at, data }, to: await membersOf(strapi, others) }];
}

const derivedSchema = z.object({ derivedFrom: z.object({ document: keySchema }) });

/** A new adaptation is told to the centres of its parent, a new version to those that use the sheet; translations say nothing new. */
async function ofResource(strapi: Core.Strapi, change: FollowedChange): Promise<Addressed[]> {
  const key = keyOf(change.type, change.uid);
  const [now, before] = await lastVersions(await sqlNow(strapi), change);
  const stored = now && parseVersion(now.id, now.json);
  if (!stored || !(await isSource(strapi, change))) return [];
  const parent = derivedSchema.safeParse(stored).data?.derivedFrom.document;
  if (!before) return parent === undefined ? [] : ofAdaptation(strapi, change, { key, stored, parent });
  const [origin] = centresOf(stored);
  const data = { about: key, title: titleOf(stored), ...(origin !== undefined && (await named(strapi, origin))) };
  const told = (kind: "changed" | "taken", to: readonly Recipient[], more = {}): Addressed => {
    const notice = { kind, subject: `changed ${key} ${now.number}`, at: change.at, data: { ...data, ...more } };
    return { notice, to };
  };
  const sources = new Set(await sourcesOf(strapi, key, { after: before.at, until: now.at }));
  const users = new Set(await usersOf(strapi, key));
  for (const known of [...sources, ...centresOf(stored)]) users.delete(known);
  return [
    told("taken", await membersOf(strapi, sources)),
    told("changed", await membersOf(strapi, users), now.note !== null && { note: now.note }),
  ];
}

/** The centres from whose adaptations a sheet took changes over in a time. */
async function sourcesOf(
  strapi: Core.Strapi,
  key: Key,
  { after, until }: { readonly after: string; readonly until: string },
): Promise<string[]> {
  const sql = await sqlNow(strapi);
  const rows: unknown = await sql(tables.merges)
    .where({ into_key: key, state: "taken" })
    .where("at", ">", after)
    .where("at", "<=", until)
    .distinct("from_key");
  const centres: string[] = [];
  for (const { from_key } of z.array(z.object({ from_key: keySchema })).parse(rows)) {
    const published = await publishedResource(strapi, from_key);
    const parent = derivedSchema.safeParse(published?.stored).data?.derivedFrom.document;
    if (published && parent === key) centres.push(...centresOf(published.stored));
  }
  return centres;
}

async function ofAdaptation(
  strapi: Core.Strapi,
  { at }: FollowedChange,
  { key, stored, parent }: { readonly key: Key; readonly stored: Stored; readonly parent: Key },
): Promise<Addressed[]> {
  const original = await publishedResource(strapi, parent);
  if (!original) return [];
  const own = new Set(centresOf(stored));
  const [centre] = own;
  const data = {
    ...{ about: parent, title: titleOf(original.stored), other: { key, title: titleOf(stored) } },
    ...(centre !== undefined && (await named(strapi, centre))),
  };
  const notice = { kind: "adapted" as const, subject: `adapted ${key}`, at, data };
  return [
    {
      notice,
      to: await membersOf(
        strapi,
        centresOf(original.stored).filter((uid) => !own.has(uid)),
      ),
    },
  ];
}

/** The version that a change made, and the one before it. */
async function lastVersions(sql: Sql, { type, uid, locale, version }: FollowedChange): Promise<VersionRow[]> {
  const rows: unknown = await sql(tables.versions)
    .where({ type, uid, locale })
    .where("number", "<=", version)
    .orderBy("number", "desc")
    .limit(2);
  return parseVersionRows(rows);
}

const read = <S extends z.ZodType>(schema: S, version: VersionRow | undefined): z.output<S> | undefined =>
  version && schema.safeParse(parseVersion(version.id, version.json)).data;

async function isSource(strapi: Core.Strapi, { type, uid, locale }: FollowedChange): Promise<boolean> {
  const live = await liveOfUids(await sqlNow(strapi), type, [uid]);
  return live.some((row) => row.locale === locale && row.source_locale === locale);
}

const titleOf = (stored: Stored): string => (typeof stored["title"] === "string" ? stored["title"] : "");

/** What a centre is called. */
async function named(strapi: Core.Strapi, uid: string): Promise<{ centre?: string }> {
  const row: unknown = await strapi.db.query("api::centre.centre").findOne({ where: { uid }, select: ["name"] });
  const name = z.object({ name: z.string() }).safeParse(row).data?.name;
  return name === undefined ? {} : { centre: name };
}
