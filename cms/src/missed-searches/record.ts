import { localeSchema, type MissedSearch } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { sqlNow } from "../database.ts";
import { tables } from "../publication/tables.ts";
import { firstKeptWeek, mondayOf } from "./week.ts";

/** A search that only one person may have made is shown to nobody. */
const leastShown = 2;
/** Most searches that are kept, whatever the site is flooded with. */
const mostKept = 5_000;

type Search = Pick<MissedSearch, "locale" | "words">;

const searchesSchema = z.array(z.object({ locale: localeSchema, words: z.string() }));
const summarySchema = z.object({
  times: z.coerce.number().nullable(),
  first: z.string().nullable(),
  last: z.string().nullable(),
});

/** Counts searches that found nothing, by week and nothing finer, and shows editors those that came back. */
export async function recordMissedSearches(strapi: Core.Strapi, searches: readonly MissedSearch[]): Promise<void> {
  const now = new Date();
  const week = mondayOf(now);
  await strapi.db.transaction(async () => {
    const sql = await sqlNow(strapi);
    for (const { locale, words, times } of searches)
      await sql(tables.missedSearches)
        .insert({ locale, words, week, times })
        .onConflict(["locale", "words", "week"])
        .merge({ times: sql.raw("?? + excluded.times", [`${tables.missedSearches}.times`]) });
    const forgotten = [...(await forgetBefore(strapi, firstKeptWeek(now))), ...(await forgetRarest(strapi))];
    for (const search of [...searches, ...forgotten]) await show(strapi, search);
  });
}

/** Forgets what is older than a year, where nobody searched for long. */
export async function forgetOldSearches(strapi: Core.Strapi): Promise<void> {
  await strapi.db.transaction(async () => {
    for (const search of await forgetBefore(strapi, firstKeptWeek(new Date()))) await show(strapi, search);
  });
}

async function forgetBefore(strapi: Core.Strapi, week: string): Promise<Search[]> {
  const sql = await sqlNow(strapi);
  const old: unknown = await sql(tables.missedSearches).where("week", "<", week).distinct("locale", "words");
  const searches = searchesSchema.parse(old);
  if (searches.length > 0) await sql(tables.missedSearches).where("week", "<", week).delete();
  return searches;
}

/** Forgets the searches made least often, the oldest first, where there are too many. */
async function forgetRarest(strapi: Core.Strapi): Promise<Search[]> {
  const sql = await sqlNow(strapi);
  const all: unknown = await sql(tables.missedSearches)
    .select("locale", "words")
    .groupBy("locale", "words")
    .orderByRaw("sum(times) desc, max(week) desc, min(id) desc")
    .offset(mostKept)
    .limit(mostKept);
  const rarest = searchesSchema.parse(all);
  for (const { locale, words } of rarest) await sql(tables.missedSearches).where({ locale, words }).delete();
  return rarest;
}

/** Makes what editors see of a search agree with its counts. */
async function show(strapi: Core.Strapi, { locale, words }: Search): Promise<void> {
  const sql = await sqlNow(strapi);
  const row: unknown = await sql(tables.missedSearches)
    .where({ locale, words })
    .first(sql.raw("sum(times) as times, min(week) as first, max(week) as last"));
  const { times, first, last } = summarySchema.parse(row);
  const shown = strapi.db.query("api::missed-search.missed-search");
  const where = { words, language: locale };
  if (times === null || times < leastShown) return void (await shown.deleteMany({ where }));
  const data = { times, firstWeek: first, lastWeek: last };
  const { count } = await shown.updateMany({ where, data });
  if (count === 0) await shown.create({ data: { ...where, ...data, answer: "to-do", publishedAt: new Date() } });
}
