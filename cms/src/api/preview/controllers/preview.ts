import { contentType, readPreview, type UntypedDocument } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { environment } from "../../../environment.ts";
import { draftDocument } from "../../../preview/draft-document.ts";
import { openDraftFile } from "../../../preview/draft-file.ts";
import { answering, RequestError } from "../../../request-error.ts";

export default ({ strapi }: { strapi: Core.Strapi }) => {
  /** The draft that a signed link allows to see: the token of readers opens no draft by itself. */
  async function draftOf(link: string): Promise<UntypedDocument> {
    const secret = environment.PREVIEW_SECRET;
    const claims = secret ? await readPreview(link, secret, Date.now()) : "forged";
    if (claims === "forged") throw new RequestError(403, "forged-link", "the link was not signed by this portal");
    if (claims === "expired") throw new RequestError(410, "expired-link", "the link is no longer good");
    const document = await draftDocument(strapi, contentType(claims.type), claims.documentId, claims.locale);
    if (!document) throw new RequestError(404, "no-draft", "there is no such draft");
    return document;
  }

  return {
    draft: answering(async (context) => {
      const document = await draftOf(context.params["link"] ?? "");
      context.set("Cache-Control", "no-store");
      return document;
    }),

    /** A file that the draft shows, for as long as the link is good. */
    file: answering(async (context) => {
      const { link = "", file = "" } = context.params;
      const opened = await openDraftFile(strapi, await draftOf(link), file);
      if (!opened) throw new RequestError(404, "no-file", "the draft shows no such file");
      context.set("Cache-Control", "no-store");
      context.set("Content-Length", String(opened.size));
      context.type = "application/octet-stream";
      return opened.stream;
    }),
  };
};
