import { type ContentType, type Key, keySchema, type Stored, splitKey } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { sqlNow } from "../database.ts";
import { parseVersion, parseVersionRows } from "./live.ts";
import { missingKeys } from "./missing-keys.ts";
import { tables } from "./tables.ts";

/** Where a sheet says what it was made from: that stays said when the other is deleted. */
export const parentPath = "derivedFrom.document";

const originSchema = z.object({ parent: keySchema });
const derivedSchema = z.object({ derivedFrom: z.looseObject({ document: keySchema.optional() }) });

/** Remembers what a sheet was made from until its first version says so. Must run in the transaction that makes it. */
export async function rememberParent(strapi: Core.Strapi, sheet: Key, parent: Key): Promise<void> {
  const sql = await sqlNow(strapi);
  await sql(tables.origins).where(splitKey(sheet)).delete();
  await sql(tables.origins).insert({ ...splitKey(sheet), parent });
}

/** A sheet with the parent that its last version named, or that it was made from, and that is deleted: Strapi keeps no link to what isn’t there. */
export async function withLastingParent(
  strapi: Core.Strapi,
  type: ContentType,
  { uid, locale }: { readonly uid: string; readonly locale: string },
  stored: Stored,
): Promise<Stored> {
  const derived = derivedSchema.safeParse(stored).data?.derivedFrom;
  if (!derived || derived.document) return stored;
  const sql = await sqlNow(strapi);
  const [last] = parseVersionRows(
    await sql(tables.versions).where({ type: type.name, uid, locale }).orderBy("number", "desc").limit(1),
  );
  const said = derivedSchema.safeParse(last && parseVersion(last.id, last.json)).data?.derivedFrom.document;
  const origin: unknown = last ? undefined : await sql(tables.origins).where({ type: type.name, uid }).first("parent");
  const parent = said ?? originSchema.safeParse(origin).data?.parent;
  if (!parent || !(await missingKeys(strapi, [parent])).has(parent)) return stored;
  return { ...stored, derivedFrom: { ...derived, document: parent } };
}
