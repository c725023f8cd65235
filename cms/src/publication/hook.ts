import { type ContentType, contentType, isTypeName } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { rowsOf } from "../database.ts";
import { lockFeed } from "./feed.ts";
import { identifyKnown, identifyNew, type WriteParams } from "./identity.ts";
import { reconcile } from "./reconcile.ts";
import { reconcileReferrers, referrersOf } from "./referrers.ts";

const writes = new Set(["create", "update", "publish", "unpublish", "delete", "discardDraft", "clone"]);
const resultSchema = z.looseObject({ documentId: z.string() });
const apiUid = /^api::([a-z-]+)\.\1$/;

/** The content type of the contract that a CMS uid names, if any. */
export function typeOfUid(uid: string): ContentType | undefined {
  const name = apiUid.exec(uid)?.[1];
  return name && isTypeName(name) ? contentType(name) : undefined;
}

/**
 * Wraps every write of the Document Service in one transaction with its versions and its rows of the feed.
 * To be called in `register`: i18n adds a middleware in its bootstrap that writes other locales' rows, and ours must stand around it.
 */
export function hookDocuments(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    const type = typeOfUid(context.uid);
    if (!type || !writes.has(context.action)) return next();
    return strapi.db.transaction(async () => {
      const params: WriteParams & { status?: unknown } = context.params;
      // Taken before the first row is touched: taken later, two transactions could each wait for the other's rows.
      if (mayPublish(type, context.action, params.status)) await lockFeed(strapi);
      await identify(strapi, type, context.action, params);
      const referrers = context.action === "delete" ? await referrersOfDocument(strapi, type, params.documentId) : [];
      const result = await next();
      const documentIds = new Set(
        [params.documentId, resultSchema.safeParse(result).data?.documentId].filter((id) => id !== undefined),
      );
      for (const documentId of documentIds) await reconcile(strapi, type, documentId);
      await reconcileReferrers(strapi, referrers);
      return result;
    });
  });
}

const mayPublish = (type: ContentType, action: string, status: unknown): boolean =>
  !type.draftAndPublish || status === "published" || ["publish", "unpublish", "delete"].includes(action);

async function identify(strapi: Core.Strapi, type: ContentType, action: string, params: WriteParams): Promise<void> {
  if (action === "create" || action === "clone")
    params.data = await identifyNew(strapi, type, params, action === "clone");
  if (action === "update") params.data = await identifyKnown(strapi, type, params);
}

async function referrersOfDocument(strapi: Core.Strapi, type: ContentType, documentId: string | undefined) {
  const row: unknown = await rowsOf(strapi, type).findOne({ where: { documentId }, select: ["uid"] });
  const uid = z.object({ uid: z.string() }).safeParse(row).data?.uid;
  return uid ? referrersOf(strapi, `${type.name}/${uid}`) : [];
}
