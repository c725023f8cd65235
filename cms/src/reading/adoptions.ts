import { type Key, stages, uidSchema } from "@essaim/content";
import { z } from "zod";
import type { Sql } from "../database.ts";
import { thatMention } from "./that-mention.ts";

const adoptionSchema = z.object({ resource: z.string(), stage: z.enum(stages), centre: uidSchema.optional() });

/** A published adoption, as far as it is counted. */
export type CountedAdoption = z.infer<typeof adoptionSchema> & { readonly uid: string };

/** The published adoptions of these resources: those that everybody may see. */
export async function adoptionsOfAny(sql: Sql, keys: readonly Key[]): Promise<CountedAdoption[]> {
  const wanted = new Set<string>(keys);
  return (await thatMention(sql, ["adoption"], keys)).flatMap(({ row, stored }) => {
    const adoption = adoptionSchema.safeParse(stored).data;
    return adoption && wanted.has(adoption.resource) ? [{ ...adoption, uid: row.uid }] : [];
  });
}
