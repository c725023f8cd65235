import { type ContentType, contentType, isPackagedType, reserveRequestSchema } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { strapiUid } from "../database.ts";
import { parseRequest } from "../request-error.ts";
import { knownDocuments } from "./known-documents.ts";

/** Creates empty drafts for unknown documents, so that entries can refer to each other; types without drafts have no circles. */
export async function reserve(strapi: Core.Strapi, body: unknown): Promise<{ reserved: number }> {
  const { entries } = parseRequest(reserveRequestSchema, body);
  let reserved = 0;
  await strapi.db.transaction(async () => {
    for (const { type: name, uid, locale, title } of entries) {
      const type: ContentType | undefined = isPackagedType(name) ? contentType(name) : undefined;
      if (!type?.draftAndPublish || (await knownDocuments(strapi, type, [uid])).has(uid)) continue;
      const data = { uid, ...(type.fields["title"] && { title }), ...(type.fields["slug"] && { slug: uid }) };
      await strapi.documents(strapiUid(type)).create({ data, ...(type.localized && { locale }) });
      reserved += 1;
      await new Promise(setImmediate);
    }
  });
  return { reserved };
}
