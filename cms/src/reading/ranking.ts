import { type AdoptionCounts, adoptersIn, keyOf } from "@essaim/content";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import type { Sql } from "../database.ts";
import type { LiveRow } from "../publication/live.ts";
import { countAdoptions } from "./adoption-counts.ts";
import { loadVersions, sourceVersions } from "./library.ts";
import { liveOfDocuments } from "./live-rows.ts";

const takesSchema = z.object({
  preparationDays: z.number().optional(),
  cost: z.object({ min: z.number().optional(), max: z.number().optional() }).optional(),
});

/** What it takes to do it, as lists compare it: days, euros at most. */
interface Takes {
  readonly days: number | undefined;
  readonly euros: number | undefined;
}

/** Versions never change: what each takes is kept, which is far smaller than the versions themselves. */
const known = new LRUCache<number, Takes>({ max: 200_000 });

/** What a list is narrowed to: `maxPreparation` in days, `maxCost` in euros. What doesn't say how much it takes is left out. */
export interface Ceilings {
  readonly maxPreparation?: number | undefined;
  readonly maxCost?: number | undefined;
}

/** The rows that stay under the ceilings, in the same order. */
export async function underCeilings(sql: Sql, rows: readonly LiveRow[], ceilings: Ceilings): Promise<LiveRow[]> {
  const { maxPreparation = Number.POSITIVE_INFINITY, maxCost = Number.POSITIVE_INFINITY } = ceilings;
  const takes = await takesOf(sql, rows);
  return rows.filter((row) => {
    const { days, euros } = takes(row);
    return (
      (ceilings.maxPreparation === undefined || (days ?? Number.POSITIVE_INFINITY) <= maxPreparation) &&
      (ceilings.maxCost === undefined || (euros ?? Number.POSITIVE_INFINITY) <= maxCost)
    );
  });
}

/** Quickest to prepare first; those that don't say come last, in the order that they had. */
export async function byPreparation(sql: Sql, rows: readonly LiveRow[]): Promise<LiveRow[]> {
  const takes = await takesOf(sql, rows);
  const days = (row: LiveRow) => takes(row).days ?? Number.MAX_SAFE_INTEGER;
  return rows.toSorted((a, b) => days(a) - days(b));
}

/** What most centres have taken up comes first, then what more of them have reported on; equals keep their order. */
export async function byAdoptions(sql: Sql, rows: readonly LiveRow[]): Promise<LiveRow[]> {
  const keyOfRow = ({ type, uid }: LiveRow) => keyOf(type, uid);
  const { counts } = await countAdoptions(sql, rows.map(keyOfRow));
  const rank = (count: AdoptionCounts | undefined) =>
    count === undefined ? 0 : adoptersIn(count) * 1000 + count.reported;
  return rows.toSorted((a, b) => rank(counts[keyOfRow(b)]) - rank(counts[keyOfRow(a)]));
}

async function takesOf(sql: Sql, rows: readonly LiveRow[]): Promise<(row: LiveRow) => Takes> {
  const translated = rows.filter(({ locale, source_locale }) => locale !== source_locale);
  const siblings = await liveOfDocuments(
    sql,
    translated.map(({ document_id }) => document_id),
  );
  const sources = await sourceVersions(sql, rows, [...rows, ...siblings]);
  const versionOf = (row: LiveRow) => sources.get(keyOf(row.type, row.uid)) ?? row.version_id;
  const missing = rows.map(versionOf).filter((id) => !known.has(id));
  const found = new Map<number, Takes>();
  for (const [id, stored] of await loadVersions(sql, missing)) {
    const { preparationDays: days, cost } = takesSchema.safeParse(stored).data ?? {};
    found.set(id, { days, euros: cost?.max ?? cost?.min });
  }
  for (const [id, takes] of found) known.set(id, takes);
  return (row) => found.get(versionOf(row)) ?? known.get(versionOf(row)) ?? { days: undefined, euros: undefined };
}
