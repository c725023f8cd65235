import type { Key, PublishedType } from "@essaim/content";
import { z } from "zod";
import type { Sql } from "../database.ts";
import { tables } from "../publication/tables.ts";

const rowsSchema = z.array(z.object({ type: z.string(), target: z.string(), total: z.coerce.number().int() }));

/** How many published documents of each of these types refer to each key, whatever languages they are in; in one query. */
export async function countMentions(
  sql: Sql,
  { types, keys }: { readonly types: readonly PublishedType[]; readonly keys: readonly Key[] },
): Promise<{ counts: Record<string, Record<string, number>> }> {
  const rows = rowsSchema.parse(
    await sql(tables.references)
      .whereIn("type", types)
      .whereIn("target", keys)
      .groupBy("type", "target")
      .select("type", "target")
      .countDistinct({ total: "document_id" }),
  );
  const counts: Record<string, Record<string, number>> = {};
  for (const { type, target, total } of rows) counts[target] = { ...counts[target], [type]: total };
  return { counts };
}
