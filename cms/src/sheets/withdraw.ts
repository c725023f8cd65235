import type { Key, OwnSheet } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { sqlNow, strapiUid } from "../database.ts";
import type { Account } from "../members/accounts.ts";
import { inFeedTransaction } from "../publication/feed.ts";
import { tables } from "../publication/tables.ts";
import { RequestError } from "../request-error.ts";
import { ownDraft } from "./draft-sheet.ts";
import { showDraft } from "./show.ts";

/**
 * Takes a sheet of the member’s centre off the site, in every language; its draft stays, to be published again. Throws a RequestError of 403, of 409
 * where it isn’t published, or where other centres sign it too: none of them takes away what is everybody’s.
 */
export async function withdrawSheet(strapi: Core.Strapi, member: Account, key: Key): Promise<OwnSheet> {
  return inFeedTransaction(strapi, async () => {
    const draft = await ownDraft(strapi, member, key);
    const { type, documentId, stored } = draft;
    if (z.array(z.string()).max(1).safeParse(stored["centres"]).error)
      throw new RequestError(409, "shared", "other centres sign this sheet too", { field: "key" });
    const sql = await sqlNow(strapi);
    if (!(await sql(tables.live).where({ type: type.name, document_id: documentId }).first()))
      throw new RequestError(409, "not-published", "this sheet is not published", { field: "key" });
    await strapi.documents(strapiUid(type)).unpublish({ documentId, locale: "*" });
    return showDraft(strapi, await ownDraft(strapi, member, key));
  });
}
