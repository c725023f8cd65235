import { type ContentType, type Key, keyOf, keySchema, type Stored, splitKey } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { type Sql, sqlNow } from "../database.ts";
import { parseVersion, parseVersionRows, type VersionRow } from "./live.ts";
import { missingKeys } from "./missing-keys.ts";
import { tables } from "./tables.ts";

/** Where a sheet says what it was made from: that stays said when the other is deleted. */
export const parentPath = "derivedFrom.document";

const originSchema = z.object({ parent: keySchema });
const derivedSchema = z.object({ derivedFrom: z.looseObject({ document: keySchema.optional() }) });
const derivationSchema = z.object({ document: keySchema, version: z.number().optional() });

/** The sheet that another was made from, and the version, as far as it says. */
export function parentOf(stored: Stored): { readonly key: Key; readonly version: number | undefined } | undefined {
  const { data } = derivationSchema.safeParse(stored["derivedFrom"]);
  return data && { key: data.document, version: data.version };
}

/** Remembers what a sheet was made from; undefined where it was made from none. Must run in the transaction that makes or publishes it. */
export async function rememberParent(sql: Sql, sheet: Key, parent: Key | undefined): Promise<void> {
  if ((await rememberedParent(sql, sheet)) === parent) return;
  await sql(tables.origins).where(splitKey(sheet)).delete();
  if (parent) await sql(tables.origins).insert({ ...splitKey(sheet), parent });
}

async function rememberedParent(sql: Sql, sheet: Key): Promise<Key | undefined> {
  const origin: unknown = await sql(tables.origins).where(splitKey(sheet)).first("parent");
  return originSchema.safeParse(origin).data?.parent;
}

/** A sheet with the parent that it named last, or that it was made from, and that is deleted: Strapi keeps no link to what isn’t there. */
export async function withLastingParent(
  strapi: Core.Strapi,
  type: ContentType,
  uid: string,
  stored: Stored,
): Promise<Stored> {
  const derived = derivedSchema.safeParse(stored).data?.derivedFrom;
  if (!derived || derived.document) return stored;
  const parent = await rememberedParent(await sqlNow(strapi), keyOf(type.name, uid));
  if (!parent || !(await missingKeys(strapi, [parent])).has(parent)) return stored;
  return { ...stored, derivedFrom: { ...derived, document: parent } };
}

/** A version, as far as it tells what its sheet was made from. */
type Told = Pick<VersionRow, "type" | "uid" | "number"> & { readonly stored: Stored };

/** Remembers the parents that versions name, of sheets that aren’t published here: those that came with their history alone. What is known already stays. */
export async function rememberParentsIn(sql: Sql, versions: readonly Told[]): Promise<void> {
  for (const { type, uid, stored } of versions.toSorted((a, b) => b.number - a.number)) {
    const parent = parentOf(stored);
    const sheet = keyOf(type, uid);
    if (!parent || (await rememberedParent(sql, sheet))) continue;
    if (!(await sql(tables.live).where({ type, uid }).first("id"))) await rememberParent(sql, sheet, parent.key);
  }
}

/** The same for all versions that there are. */
export async function rememberParentsOfVersions(sql: Sql): Promise<void> {
  const untold = sql({ origin: tables.origins }).whereRaw("origin.type = version.type and origin.uid = version.uid");
  const rows = await sql({ version: tables.versions })
    .select("version.*")
    .where("json", "like", '%"derivedFrom":{"document":%')
    .whereNotExists(untold);
  const versions = parseVersionRows(rows).map((row) => ({ ...row, stored: parseVersion(row.id, row.json) ?? {} }));
  await rememberParentsIn(sql, versions);
}
