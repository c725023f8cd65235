import { calendarDay, type Key, type Stored, splitKey } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { sqlNow } from "../database.ts";
import { tables } from "../publication/tables.ts";
import { loadVersions, sourceVersions } from "../reading/library.ts";
import { liveOfUids } from "../reading/live-rows.ts";

/** A solution, a guide or a kit that can be read now. */
export interface PublishedResource {
  /** The newest version of its source locale. */
  readonly version: number;
  /** What its source locale says. */
  readonly stored: Stored;
}

/** The resource with this key as it is published, in whatever language. */
export async function publishedResource(strapi: Core.Strapi, key: Key): Promise<PublishedResource | undefined> {
  const sql = await sqlNow(strapi);
  const { type, uid } = splitKey(key);
  const live = await liveOfUids(sql, type, [uid]);
  const row = live.find(({ locale, source_locale }) => locale === source_locale) ?? live[0];
  if (!row) return undefined;
  const source = (await sourceVersions(sql, live, live)).get(key) ?? row.version_id;
  return { version: row.version, stored: (await loadVersions(sql, [source])).get(source) ?? {} };
}

const firstSchema = z.object({ at: z.string().nullable() });

/** Before anything that is told here. */
const anyDay = "1900-01-01";

/** The day on which a resource was first published: nothing about it can be older. Of one that is altogether gone, any day. */
export async function firstPublishedOn(strapi: Core.Strapi, key: Key | undefined): Promise<string> {
  if (key === undefined) return anyDay;
  const sql = await sqlNow(strapi);
  const first: unknown = await sql(tables.versions).where(splitKey(key)).min({ at: "at" }).first();
  const { at } = firstSchema.parse(first ?? { at: null });
  return at === null ? anyDay : calendarDay(new Date(at));
}
