import { canonicalJson, type OwnSheet, resourceTypes } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { sqlNow } from "../database.ts";
import { environment } from "../environment.ts";
import { signedAddress } from "../preview/preview-address.ts";
import { parseLiveRows } from "../publication/live.ts";
import { tables } from "../publication/tables.ts";
import { loadCards } from "../reading/cards.ts";
import { loadVersions } from "../reading/library.ts";
import type { DraftSheet } from "./draft-sheet.ts";
import { licencesOf, parentOf } from "./lineage.ts";

/** What a member is shown of a draft of their centre. */
export async function showDraft(strapi: Core.Strapi, draft: DraftSheet): Promise<OwnSheet> {
  const { key, type, documentId, locale, stored, note, revision } = draft;
  const sql = await sqlNow(strapi);
  const [live] = parseLiveRows(await sql(tables.live).where({ type: type.name, document_id: documentId, locale }));
  const version = live && (await loadVersions(sql, [live.version_id])).get(live.version_id);
  const parent = parentOf(stored);
  const card = parent && (await loadCards(sql, [parent.key], locale)).get(parent.key);
  const title = z.object({ title: z.string() }).safeParse(card).data?.title ?? null;
  const licences = await licencesOf(sql, draft);
  return {
    ...{ key, locale, revision, note, data: stored, preview: (await previewOf(draft)) ?? null },
    published: live ? { slug: live.slug, version: live.version } : null,
    differs: version === undefined || canonicalJson(version) !== canonicalJson(stored),
    parent: parent ? { key: parent.key, version: parent.version ?? null, title } : null,
    licences: licences ? [...licences] : null,
  };
}

async function previewOf({ type, documentId, locale }: DraftSheet): Promise<string | undefined> {
  const name = resourceTypes.find((one) => one === type.name);
  if (!name || !environment.PUBLIC_URL) return undefined;
  const desk = new URL(environment.PUBLIC_URL).origin;
  return signedAddress({ type: name, documentId, locale, status: "draft", desk });
}
