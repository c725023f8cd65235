import { contentType, readPreview } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { environment } from "../../../environment.ts";
import { draftDocument } from "../../../preview/draft-document.ts";
import { answering, RequestError } from "../../../request-error.ts";

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** The draft that a signed link allows to see: the token of readers opens no draft by itself. */
  draft: answering(async (context) => {
    const secret = environment.PREVIEW_SECRET;
    const claims = secret ? await readPreview(context.params["link"] ?? "", secret, Date.now()) : "forged";
    if (claims === "forged") throw new RequestError(403, "forged-link", "the link was not signed by this portal");
    if (claims === "expired") throw new RequestError(410, "expired-link", "the link is no longer good");
    const document = await draftDocument(strapi, contentType(claims.type), claims.documentId, claims.locale);
    if (!document) throw new RequestError(404, "no-draft", "there is no such draft");
    context.set("Cache-Control", "no-store");
    return document;
  }),
});
