import {
  type ContentType,
  contentType,
  contentTypes,
  isTypeName,
  type Key,
  type Locale,
  localeSchema,
  mergeFacts,
  type Plan,
  type PlannedKit,
  type PlannedResource,
  planFrom,
  planWords,
  referencesOf,
  resolveReferences,
  type Stored,
  splitKey,
} from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { type Sql, sqlNow } from "../database.ts";
import { type LiveRow, parseVersionRows } from "../publication/live.ts";
import { tables } from "../publication/tables.ts";
import { loadCards } from "../reading/cards.ts";
import { loadVersions, sourceVersions } from "../reading/library.ts";
import { liveOfUids } from "../reading/live-rows.ts";
import { nearest } from "../reading/nearest.ts";

/** A published sheet in one language, from which plans are made. */
export interface PlanSource {
  readonly language: Locale;
  /** The version that is published now. */
  readonly newest: number;
  /** The plan that a version of the sheet proposes; undefined where that version can't be read. */
  planOf(version: number, startDate: string): Promise<Plan | undefined>;
}

/** The sheet with this key in a language, or in the nearest one that it is published in. */
export async function planSource(strapi: Core.Strapi, key: Key, wanted: Locale): Promise<PlanSource | undefined> {
  const sql = await sqlNow(strapi);
  const { type: name, uid } = splitKey(key);
  const live = await liveOfUids(sql, name, [uid]);
  const row = nearest(live, wanted);
  const language = localeSchema.safeParse(row?.locale).data;
  if (!row || !language || !isTypeName(name)) return undefined;
  const source = (await sourceVersions(sql, [row], live)).get(key) ?? row.version_id;
  return {
    language,
    newest: row.version,
    async planOf(version, startDate) {
      const id = await versionId(sql, row, version);
      const facts = language === row.source_locale ? id : source;
      const data = id === undefined ? undefined : await dataOf(sql, contentType(name), { id, facts, language });
      const resource = resourceSchema.safeParse({ type: name, data }).data;
      if (!resource) return undefined;
      return planFrom(resource, await kitsOf(sql, resource, language), { startDate, words: planWords[language] });
    },
  };
}

const { solution, guide, kit } = contentTypes;
const resourceSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("solution"), data: solution.published }),
  z.object({ type: z.literal("guide"), data: guide.published }),
  z.object({ type: z.literal("kit"), data: kit.published }),
]) satisfies z.ZodType<PlannedResource>;

async function versionId(sql: Sql, row: LiveRow, number: number): Promise<number | undefined> {
  if (number === row.version) return row.version_id;
  const { type, uid, locale } = row;
  const rows = parseVersionRows(await sql(tables.versions).where({ type, uid, locale, number }).limit(1));
  return rows[0]?.id;
}

interface DataOf {
  readonly id: number;
  /** The version that has the facts: a version of the source locale has its own, those that it had then. */
  readonly facts: number | undefined;
  readonly language: Locale;
}

/** What a reader gets of a version: its texts with the facts of the source locale, references as cards. */
async function dataOf(
  sql: Sql,
  { fields }: ContentType,
  { id, facts = id, language }: DataOf,
): Promise<Stored | undefined> {
  const versions = await loadVersions(sql, [id, facts]);
  const own = versions.get(id);
  if (!own) return undefined;
  const merged = mergeFacts(fields, own, versions.get(facts) ?? {});
  const cards = await loadCards(sql, referencesOf(fields, merged), language);
  return resolveReferences(fields, merged, (key) => cards.get(key));
}

/** The kits that a sheet uses, as they are now. */
async function kitsOf(
  sql: Sql,
  { type, data }: z.infer<typeof resourceSchema>,
  language: Locale,
): Promise<PlannedKit[]> {
  const named =
    type === "solution"
      ? data.related.filter((card) => card.type === "kit")
      : type === "guide"
        ? data.phases.flatMap(({ kits }) => kits)
        : [];
  const live = await liveOfUids(sql, "kit", [...new Set(named.map(({ uid }) => uid))]);
  const kits: PlannedKit[] = [];
  for (const group of Map.groupBy(live, ({ uid }) => uid).values()) {
    const row = nearest(group, language);
    const facts = row && (await sourceVersions(sql, [row], group)).get(`kit/${row.uid}`);
    const stored = row && (await dataOf(sql, kit, { id: row.version_id, facts, language }));
    const read = kit.published.safeParse(stored);
    if (read.success) kits.push(read.data);
  }
  return kits;
}
