import { canonicalJson, type OwnSheets, resourceTypes } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { sqlNow } from "../database.ts";
import type { CentreMember } from "../members/who-asks.ts";
import { parseLiveRows } from "../publication/live.ts";
import { tables } from "../publication/tables.ts";
import { loadVersions } from "../reading/library.ts";
import { type DraftSheet, draftsBy } from "./draft-sheet.ts";

const titleSchema = z.object({ title: z.string() });

/** The sheets that a centre writes: those that nobody else sees yet, and what waits to be published of the others; newest first. */
export async function ownSheets(strapi: Core.Strapi, { centre }: CentreMember): Promise<OwnSheets> {
  const drafts: DraftSheet[] = [];
  for (const type of resourceTypes) drafts.push(...(await draftsBy(strapi, type, centre.documentId)));
  const sql = await sqlNow(strapi);
  const ids = drafts.map(({ documentId }) => documentId);
  const live = parseLiveRows(ids.length === 0 ? [] : await sql(tables.live).whereIn("document_id", ids));
  const versions = await loadVersions(
    sql,
    live.map(({ version_id }) => version_id),
  );
  return {
    sheets: drafts.map(({ key, locale, documentId, stored }) => {
      const row = live.find((one) => one.document_id === documentId && one.locale === locale);
      const version = row && versions.get(row.version_id);
      return {
        ...{ key, locale, title: titleSchema.safeParse(stored).data?.title ?? "", slug: row?.slug ?? null },
        differs: row !== undefined && canonicalJson(version ?? {}) !== canonicalJson(stored),
      };
    }),
  };
}
