import { isTypeName, type Key, splitKey } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { rowsOf } from "../database.ts";

/** The keys, of those given, that no document has, not even as a draft. */
export async function missingKeys(strapi: Core.Strapi, keys: readonly Key[]): Promise<ReadonlySet<string>> {
  const missing = new Set<string>(keys);
  for (const [name, group] of Map.groupBy(keys, (key) => splitKey(key).type)) {
    if (!isTypeName(name)) continue;
    const where = { uid: { $in: group.map((key) => splitKey(key).uid) } };
    const found: unknown = await rowsOf(strapi, { name }).findMany({ where, select: ["uid"] });
    for (const { uid } of z.array(z.object({ uid: z.string() })).parse(found)) missing.delete(`${name}/${uid}`);
  }
  return missing;
}
