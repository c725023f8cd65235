import { type Key, keyOf, resourceTypes } from "@essaim/content";
import { z } from "zod";
import type { Sql } from "../database.ts";
import { parseVersion, parseVersionRows } from "../publication/live.ts";
import { tables } from "../publication/tables.ts";
import { parentOf } from "../sheets/lineage.ts";

/** A sheet that was published once and isn’t in any language now, and the sheet that its last version was made from. */
export interface WithdrawnSheet {
  readonly key: Key;
  readonly parent: Key;
}

const namesSchema = z.array(z.object({ type: z.string(), uid: z.string() }));

/** All adaptations that were withdrawn or deleted: their versions stay. */
export async function withdrawnSheets(sql: Sql): Promise<WithdrawnSheet[]> {
  // In two steps: asked in one, a database reads the words of every version there is.
  const gone = namesSchema.parse(
    await sql({ version: tables.versions })
      .leftJoin({ live: tables.live }, (join) => join.on("live.type", "version.type").andOn("live.uid", "version.uid"))
      .whereIn("version.type", resourceTypes)
      .whereNull("live.uid")
      .distinct("version.type", "version.uid"),
  );
  const sheets = new Map<Key, WithdrawnSheet>();
  for (const [type, group] of Map.groupBy(gone, (one) => one.type)) {
    for (let start = 0; start < group.length; start += 500) {
      const uids = group.slice(start, start + 500).map(({ uid }) => uid);
      const rows = await sql(tables.versions)
        .where({ type })
        .whereIn("uid", uids)
        .where("json", "like", '%"derivedFrom":{"document":%')
        .orderBy("id");
      for (const { id, uid, json } of parseVersionRows(rows)) {
        const parent = parentOf(parseVersion(id, json) ?? {});
        const key = keyOf(type, uid);
        if (parent) sheets.set(key, { key, parent: parent.key });
      }
    }
  }
  return [...sheets.values()];
}
