import { type Key, keyOf, keySchema } from "@essaim/content";
import { z } from "zod";
import type { Sql } from "../database.ts";
import { tables } from "../publication/tables.ts";

/** A sheet that was published once and isn’t in any language now, and the sheet that its last version was made from. */
export interface WithdrawnSheet {
  readonly key: Key;
  readonly parent: Key;
}

const originsSchema = z.array(z.object({ type: z.string(), uid: z.string(), parent: keySchema }));

/** The adaptations of some sheets that were withdrawn or deleted: their versions stay. Drafts that nobody else has read are none. */
export async function withdrawnSheets(sql: Sql, parents: readonly Key[]): Promise<WithdrawnSheet[]> {
  const ofSheet = "sheet.type = origin.type and sheet.uid = origin.uid";
  const origins = originsSchema.parse(
    await sql({ origin: tables.origins })
      .whereIn("origin.parent", parents)
      .whereNotExists(sql({ sheet: tables.live }).whereRaw(ofSheet))
      .whereExists(sql({ sheet: tables.versions }).whereRaw(ofSheet))
      .orderBy("origin.id")
      .select("origin.type", "origin.uid", "origin.parent"),
  );
  return origins.map(({ type, uid, parent }) => ({ key: keyOf(type, uid), parent }));
}
