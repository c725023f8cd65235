import {
  defaultLocale,
  type Key,
  keySchema,
  type Locale,
  localeSchema,
  locales,
  maturities,
  mostMentions,
  publishedTypes,
  uidSchema,
} from "@essaim/content";
import { z } from "zod";
import type { Sql } from "../database.ts";
import { type LiveRow, parseLiveRows } from "../publication/live.ts";
import { tables } from "../publication/tables.ts";
import { byAdoptions, byPreparation, underCeilings } from "./ranking.ts";
import { keysThatMention } from "./that-mention.ts";

const yes = z.enum(["true", "false"]).transform((text) => text === "true");
const columns = { publishedAt: "published_at", updatedAt: "updated_at", title: "title_key" } as const;
/** Orders that the database knows. */
const columnSorts = ["publishedAt", "-publishedAt", "updatedAt", "-updatedAt", "title", "-title"] as const;
/** Orders that are worked out from contents: most taken up first, quickest to prepare first. */
const rankings = { "-adoptions": byAdoptions, preparation: byPreparation } as const;
const rankingNames = ["-adoptions", "preparation"] as const satisfies readonly (keyof typeof rankings)[];

/** Keys, as a list with commas, as a repeated parameter, or both. */
const keysSchema = z
  .union([z.string(), z.array(z.string())])
  .transform((written) => [written].flat().flatMap((part) => part.split(",")))
  .pipe(z.array(keySchema).min(1).max(mostMentions));

/** Query of `GET /api/published/:type`. `mentions`: documents that refer to one of these, or, with `through`, to a document of that type that does. */
export const listQuerySchema = z.strictObject({
  locale: localeSchema.optional(),
  fallback: yes.default(false),
  slug: uidSchema.optional(),
  uid: uidSchema.optional(),
  theme: uidSchema.optional(),
  audience: uidSchema.optional(),
  tool: uidSchema.optional(),
  centre: uidSchema.optional(),
  maturity: z.enum(maturities).optional(),
  mentions: keysSchema.optional(),
  through: z.enum(publishedTypes).optional(),
  maxPreparation: z.coerce.number().int().min(0).max(3650).optional(),
  maxCost: z.coerce.number().min(0).max(10_000_000).optional(),
  sort: z.enum([...columnSorts, ...rankingNames]).default("-publishedAt"),
  facets: yes.default(false),
  limit: z.coerce.number().int().min(1).max(500).default(24),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
});
/** Query of `GET /api/published/:type/:documentId`. */
export const documentQuerySchema = z.strictObject({ locale: localeSchema.optional(), fallback: yes.default(false) });

/** What a list is asked for. */
export type ListQuery = z.infer<typeof listQuerySchema>;

const targets = ["theme", "audience", "tool", "centre"] as const;

/** The live rows of a list, how many there are in all, and what it went through. */
export interface Selection {
  readonly rows: LiveRow[];
  readonly total: number;
  readonly from?: readonly Key[];
}

/** The live rows of a type that fit, in order. */
export async function selectList(sql: Sql, type: string, localized: boolean, query: ListQuery): Promise<Selection> {
  const { through, mentions, ...rest } = query;
  if (!through || !mentions) return select(sql, type, localized, query);
  const from = await keysThatMention(sql, through, mentions);
  return { ...(await select(sql, type, localized, { ...rest, mentions: from })), from };
}

async function select(sql: Sql, type: string, localized: boolean, query: ListQuery): Promise<Selection> {
  const chosen = filtered(sql, type, localized, query);
  if (isRanked(query)) return selectRanked(sql, chosen, query);
  const [counted] = await chosen.clone().count({ total: "*" });
  // An address belongs first to whatever has it in the language that is asked for.
  if (localized && query.slug && query.locale)
    chosen.orderByRaw("case when live.locale = ? then 0 else 1 end", [query.locale]);
  const rows: unknown = await inOrder(chosen, query.sort).limit(query.limit).offset(query.offset);
  return { rows: parseLiveRows(rows), total: Number(counted?.["total"] ?? 0) };
}

function inOrder(chosen: ReturnType<Sql>, sort: ListQuery["sort"]) {
  const column = columnSorts.find((name) => name === sort) ?? "-publishedAt";
  return chosen
    .orderBy([
      {
        column: `live.${columns[column.replace("-", "") as keyof typeof columns]}`,
        order: column.startsWith("-") ? "desc" : "asc",
      },
      { column: "live.uid", order: "asc" },
      { column: "live.locale", order: "asc" },
    ])
    .select("live.*");
}

const isRanked = ({ sort, maxPreparation, maxCost }: ListQuery): boolean =>
  sort in rankings || maxPreparation !== undefined || maxCost !== undefined;

/** What only contents tell is compared here: the whole list is looked through, then cut. */
async function selectRanked(sql: Sql, chosen: ReturnType<Sql>, query: ListQuery) {
  const all = parseLiveRows(await inOrder(chosen, query.sort));
  const kept = await underCeilings(sql, all, query);
  const ranking = rankingNames.find((name) => name === query.sort);
  const rows = ranking ? await rankings[ranking](sql, kept) : kept;
  return { rows: rows.slice(query.offset, query.offset + query.limit), total: rows.length };
}

function filtered(sql: Sql, type: string, localized: boolean, query: ListQuery) {
  const chosen = sql({ live: tables.live }).where("live.type", type);
  if (localized) inLocale(sql, chosen, query);
  if (query.slug) chosen.where("live.slug", query.slug);
  if (query.uid) chosen.where("live.uid", query.uid);
  if (query.maturity) chosen.where("live.maturity", query.maturity);
  const refersTo = (keys: readonly string[]) =>
    chosen.whereIn(
      "live.document_id",
      sql(tables.references).where({ type }).whereIn("target", keys).select("document_id"),
    );
  for (const name of targets) if (query[name]) refersTo([`${name}/${query[name]}`]);
  if (query.mentions) refersTo(query.mentions);
  return chosen;
}

/** With `fallback`, a document that has no version in the locale is taken in its source locale, else in the portal's first. */
function inLocale(sql: Sql, chosen: ReturnType<Sql>, { locale, fallback }: ListQuery): void {
  if (!fallback) {
    if (locale) chosen.where("live.locale", locale);
    return;
  }
  const wanted: Locale = locale ?? defaultLocale;
  const rank = (row: string) =>
    `case when ${row}.locale = ? then 0 when ${row}.locale = ${row}.source_locale then 1 ${locales.map((name, index) => `when ${row}.locale = '${name}' then ${index + 2}`).join(" ")} else 9 end`;
  const nearer = sql({ other: tables.live })
    .whereRaw("other.type = live.type and other.document_id = live.document_id")
    .whereRaw(`${rank("other")} < ${rank("live")}`, [wanted, wanted]);
  chosen.whereNotExists(nearer.select(sql.raw("1")));
}
