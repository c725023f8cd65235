import { type Locale, localeSchema, locales } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { rowsOf, sqlNow } from "../database.ts";
import { tables } from "../publication/tables.ts";
import type { DraftSheet } from "./draft-sheet.ts";

const changeSchema = z.object({ locale: localeSchema, action: z.string(), at: z.string() });
const draftsSchema = z.array(z.object({ locale: localeSchema }));

/**
 * The languages beside its own in which a sheet was on the site until it was taken off, and is still written; none while it is published. What a
 * withdrawal takes off it takes off at one moment.
 */
export async function withdrawnLanguages(
  strapi: Core.Strapi,
  { type, documentId, locale: own }: Pick<DraftSheet, "type" | "documentId" | "locale">,
): Promise<Locale[]> {
  const sql = await sqlNow(strapi);
  const sheet = { type: type.name, document_id: documentId };
  if (await sql(tables.live).where(sheet).first()) return [];
  const last: unknown = await sql(tables.changes).where(sheet).orderBy("id", "desc").first();
  if (last === undefined) return [];
  const { at } = changeSchema.parse(last);
  const rows: unknown = await sql(tables.changes).where({ ...sheet, action: "delete", at });
  const gone = new Set(
    z
      .array(changeSchema)
      .parse(rows)
      .map(({ locale }) => locale),
  );
  const drafts: unknown = await rowsOf(strapi, type).findMany({
    where: { documentId, publishedAt: null },
    select: ["locale"],
  });
  const written = new Set(draftsSchema.parse(drafts).map(({ locale }) => locale));
  return locales.filter((locale) => locale !== own && gone.has(locale) && written.has(locale));
}
