import { type ContentType, keySchema, type Stored } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { sqlNow } from "../database.ts";
import { parseVersion, parseVersionRows } from "./live.ts";
import { missingKeys } from "./missing-keys.ts";
import { tables } from "./tables.ts";

/** Where a sheet says what it was made from: that stays said when the other is deleted. */
export const parentPath = "derivedFrom.document";

const derivedSchema = z.object({ derivedFrom: z.looseObject({ document: keySchema.optional() }) });

/** A sheet with the parent that its last version named and that is deleted: Strapi keeps no link to what isn’t there. */
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
  const parent = derivedSchema.safeParse(last && parseVersion(last.id, last.json)).data?.derivedFrom.document;
  if (!parent || !(await missingKeys(strapi, [parent])).has(parent)) return stored;
  return { ...stored, derivedFrom: { ...derived, document: parent } };
}
