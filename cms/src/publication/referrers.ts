import { contentType, isTypeName } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { sqlNow } from "../database.ts";
import { reconcile } from "./reconcile.ts";
import { tables } from "./tables.ts";

const referrerSchema = z.object({ type: z.string(), document_id: z.string() });

/** A live document that names another, or shows a file. */
export type Referrer = z.infer<typeof referrerSchema>;

/** The live documents that name a target: the key of a document, or `media/HASH`. */
export async function referrersOf(strapi: Core.Strapi, target: string): Promise<Referrer[]> {
  const sql = await sqlNow(strapi);
  const rows: unknown = await sql(tables.references)
    .where({ target })
    .distinct("type", "document_id")
    .orderBy(["type", "document_id"]);
  return z.array(referrerSchema).parse(rows);
}

/** Reconciles documents after what they name has changed or gone. */
export async function reconcileReferrers(strapi: Core.Strapi, referrers: readonly Referrer[]): Promise<void> {
  for (const { type, document_id } of referrers) {
    if (isTypeName(type)) await reconcile(strapi, contentType(type), document_id);
    // SQLite answers at once, so that a long loop would never let the process do anything else.
    await new Promise(setImmediate);
  }
}
