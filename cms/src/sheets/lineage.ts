import { adaptationLicences, defaultLicence, type Locale, type Stored, splitKey } from "@essaim/content";
import type { Sql } from "../database.ts";
import { parentOf } from "../publication/lasting-parent.ts";
import { parseVersion, parseVersionRows } from "../publication/live.ts";
import { tables } from "../publication/tables.ts";

/** Most versions that are searched for a licence: it seldom changes. */
const mostSearched = 20;

/** The licences that a sheet may be under for its parent’s sake, published still or not; undefined where any may be chosen. */
export async function licencesOf(
  sql: Sql,
  { stored, locale }: { readonly stored: Stored; readonly locale: Locale },
): Promise<readonly string[] | undefined> {
  const parent = parentOf(stored);
  if (!parent) return undefined;
  const rows = parseVersionRows(
    await sql(tables.versions).where(splitKey(parent.key)).orderBy("number", "desc").limit(mostSearched),
  );
  const isSame = (row: { number: number; locale: string }) => row.number === parent.version && row.locale === locale;
  const licences = rows
    .toSorted((a, b) => Number(isSame(b)) - Number(isSame(a)))
    .map(({ id, json }) => parseVersion(id, json)?.["licence"]);
  const licence = licences.find((one) => typeof one === "string");
  if (rows.length === 0) return undefined;
  return adaptationLicences(licence ?? defaultLicence);
}
