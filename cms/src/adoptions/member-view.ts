import {
  type Key,
  type Locale,
  type MemberAdoption,
  mayCorrect,
  resourceCardSchema,
  resourceKeySchema,
  splitKey,
  visibilities,
} from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { sqlNow } from "../database.ts";
import { loadCards } from "../reading/cards.ts";
import { liveOfUids } from "../reading/live-rows.ts";
import { type ReportEntry, reportsOn } from "../reports/own-report.ts";
import type { AdoptionEntry } from "./own-adoptions.ts";
import { firstPublishedOn } from "./published-resource.ts";

/** Adoptions as their own centre sees them, titles in its language where there are any. */
export async function toMemberAdoptions(
  strapi: Core.Strapi,
  entries: readonly AdoptionEntry[],
  locale: Locale,
): Promise<MemberAdoption[]> {
  const sql = await sqlNow(strapi);
  const named = entries
    .flatMap(({ resource, adaptation }) => [resource, adaptation])
    .filter((key) => key !== undefined);
  const cards = await loadCards(sql, named, locale);
  const newest = await newestVersions(strapi, named);
  const cardOf = (key: Key | undefined) => (key && resourceCardSchema.safeParse(cards.get(key)).data) ?? null;
  const reports = await reportsOn(
    strapi,
    entries.map(({ uid }) => uid),
  );
  const shown: MemberAdoption[] = [];
  for (const entry of entries) {
    const { uid, revision, resource, stage, history, told, visibility } = entry;
    shown.push({
      ...{ uid, revision, stage, visibility },
      key: resourceKeySchema.safeParse(resource).data ?? null,
      resource: cardOf(resource),
      version: entry.version ?? null,
      newest: (resource && newest.get(resource)) ?? null,
      earliest: await earliestChange(strapi, entry),
      history: history.map((one, index) => ({ ...one, by: told[index]?.by })),
      correctable: await correctable(strapi, entry),
      stoppedBecause: entry.stoppedBecause ?? null,
      adaptation: cardOf(entry.adaptation),
      privateNote: entry.privateNote ?? null,
      report: stateOf(reports.get(uid)),
      isExample: entry.isExample ?? false,
    });
  }
  return shown;
}

const stateOf = (report: ReportEntry | undefined): MemberAdoption["report"] =>
  report
    ? {
        uid: report.uid,
        isPublished: report.published !== undefined,
        on: z.string().safeParse(report.draft["on"]).data ?? null,
        visibility: z.enum(visibilities).parse((report.published ?? report.draft)["visibility"]),
      }
    : null;

/** For a day after it was told, the last change of stage can be corrected. */
async function correctable(strapi: Core.Strapi, entry: AdoptionEntry): Promise<MemberAdoption["correctable"]> {
  if (!mayCorrect(entry.told.at(-1)?.toldAt, Date.now())) return null;
  return { earliest: await earliestChange(strapi, { ...entry, history: entry.history.slice(0, -1) }) };
}

/** A change of stage is neither before the sheet nor before the change that came before it. */
async function earliestChange(strapi: Core.Strapi, { resource, history }: AdoptionEntry): Promise<string> {
  const published = await firstPublishedOn(strapi, resource);
  return history.reduce((latest, { on }) => (on !== undefined && on > latest ? on : latest), published);
}

async function newestVersions(strapi: Core.Strapi, keys: readonly Key[]): Promise<Map<Key, number>> {
  const sql = await sqlNow(strapi);
  const newest = new Map<Key, number>();
  for (const [type, group] of Map.groupBy(keys.map(splitKey), (key) => key.type)) {
    const live = await liveOfUids(
      sql,
      type,
      group.map(({ uid }) => uid),
    );
    for (const { uid, locale, source_locale, version } of live)
      if (locale === source_locale || !newest.has(`${type}/${uid}`)) newest.set(`${type}/${uid}`, version);
  }
  return newest;
}
