import { type ContentType, contentTypes } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { rowsOf, sqlNow } from "../database.ts";
import { rememberParentsOfVersions } from "./lasting-parent.ts";
import { reconcile } from "./reconcile.ts";
import { tables } from "./tables.ts";

/** What a comparison of all documents found: `changes` are rows appended to the feed, `problems` documents that couldn't be published. */
export interface Reconciliation {
  documents: number;
  changes: number;
  problems: { type: string; documentId: string; reason: string }[];
}

/** Compares every document's published rows with its versions and mends what differs, one transaction a document. */
export async function reconcileAll(strapi: Core.Strapi): Promise<Reconciliation> {
  const found: Reconciliation = { documents: 0, changes: 0, problems: [] };
  for (const type of Object.values<ContentType>(contentTypes)) {
    for (const documentId of await documentsOf(strapi, type)) {
      found.documents += 1;
      try {
        found.changes += await strapi.db.transaction(() => reconcile(strapi, type, documentId));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        found.problems.push({ type: type.name, documentId, reason });
        strapi.log.error(`reconcile: ${type.name} ${documentId}: ${reason}`);
      }
      await new Promise(setImmediate);
    }
  }
  await rememberParentsOfVersions(await sqlNow(strapi));
  return found;
}

async function documentsOf(strapi: Core.Strapi, type: ContentType): Promise<Set<string>> {
  const rows: unknown = await rowsOf(strapi, type).findMany({ select: ["documentId"], orderBy: { id: "asc" } });
  const sql = await sqlNow(strapi);
  const live: unknown = await sql(tables.live).where({ type: type.name }).distinct("document_id as documentId");
  const documents = z.array(z.object({ documentId: z.string() }));
  return new Set([...documents.parse(rows), ...documents.parse(live)].map(({ documentId }) => documentId));
}
