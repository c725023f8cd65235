import { z } from "zod";
import type { Sql } from "../database.ts";
import { tables } from "../publication/tables.ts";

const countedSchema = z.array(z.object({ name: z.string().nullable(), total: z.coerce.number().int() }));
const targets = ["theme", "audience", "tool", "centre"] as const;

/** How many documents of a type each filter would keep alone, by `theme/UID`, `centre/UID`… and `maturity/NAME`; `all` is without a filter. */
export async function countFacets(sql: Sql, type: string): Promise<Record<string, number>> {
  const referred: unknown = await sql(tables.references)
    .where({ type })
    .where((either) => {
      for (const target of targets) either.orWhere("target", "like", `${target}/%`);
    })
    .groupBy("target")
    .select({ name: "target" })
    .countDistinct({ total: "document_id" });
  const ripe: unknown = await sql(tables.live)
    .where({ type })
    .whereNotNull("maturity")
    .groupBy("maturity")
    .select({ name: "maturity" })
    .countDistinct({ total: "document_id" });
  const [all] = await sql(tables.live).where({ type }).countDistinct({ total: "document_id" });
  return Object.fromEntries([
    ["all", Number(all?.["total"] ?? 0)],
    ...countedSchema.parse(referred).map(({ name, total }) => [name, total]),
    ...countedSchema.parse(ripe).map(({ name, total }) => [`maturity/${name}`, total]),
  ]);
}
