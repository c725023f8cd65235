import {
  canonicalJson,
  defaultLicence,
  type Locale,
  type OwnSheet,
  referencesOf,
  type Stored,
  type saveSheetSchema,
  writableFields,
} from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { errors } from "@strapi/utils";
import { z } from "zod";
import { type Sql, strapiUid } from "../database.ts";
import type { Account } from "../members/accounts.ts";
import { inFeedTransaction } from "../publication/feed.ts";
import { loadCards } from "../reading/cards.ts";
import { RequestError } from "../request-error.ts";
import { type DraftSheet, ownDraft } from "./draft-sheet.ts";
import { licencesOf } from "./lineage.ts";
import { withPrivateParts } from "./private-parts.ts";
import { refuseForeignFiles } from "./sheet-files.ts";
import { sheetInput } from "./sheet-input.ts";
import { showDraft } from "./show.ts";
import { withdrawnLanguages } from "./withdrawn-languages.ts";

/** Writes a draft of the member’s centre, and publishes it where asked to. Throws a RequestError of 409 where it has changed since it was read. */
export async function saveSheet(
  strapi: Core.Strapi,
  member: Account,
  { key, revision, data, note, publish, also }: z.infer<typeof saveSheetSchema>,
): Promise<OwnSheet> {
  return inFeedTransaction(strapi, async (trx) => {
    const draft = await ownDraft(strapi, member, key);
    if (draft.revision !== revision)
      throw new RequestError(409, "changed", "it has changed since", { field: "revision" });
    // Whoever reads the history, and the centres that follow the sheet, are told why it changes.
    if (publish && note === "") throw new RequestError(400, "missing-note", "says not why", { field: "note" });
    const written = writtenOver(draft, data);
    refuseLicence(await licencesOf(trx, draft), draft, written);
    await refuseUnknown(trx, draft, written);
    await refuseForeignFiles(strapi, member, draft, written);
    const translations = publish ? await translationsToPublish(strapi, draft, also) : [];
    await writeDraft(strapi, draft, { stored: written, note, publish });
    for (const locale of translations) await publishTranslation(strapi, draft, locale);
    return showDraft(strapi, await ownDraft(strapi, member, key));
  });
}

/** What a withdrawal took off is published again with the sheet, and nothing else. Throws a RequestError of 409. */
async function translationsToPublish(
  strapi: Core.Strapi,
  draft: DraftSheet,
  asked: readonly Locale[],
): Promise<readonly Locale[]> {
  const withdrawn = asked.length > 0 ? await withdrawnLanguages(strapi, draft) : [];
  if (!asked.every((locale) => withdrawn.includes(locale)))
    throw new RequestError(409, "not-withdrawn", "this language was not taken off", { field: "also" });
  return asked;
}

async function publishTranslation(
  strapi: Core.Strapi,
  { type, documentId }: DraftSheet,
  locale: Locale,
): Promise<void> {
  await strapi
    .documents(strapiUid(type))
    .publish({ documentId, locale })
    .catch((cause: unknown) => {
      if (!(cause instanceof errors.ValidationError)) throw cause;
      throw new RequestError(400, "invalid-translation", `${locale}: ${cause.message}`, { field: "also" }, { cause });
    });
}

/** The draft with the fields that a form wrote, and those that it emptied. Throws a RequestError of 400. */
function writtenOver({ type, stored }: DraftSheet, data: Record<string, unknown>): Stored {
  const fields = writableFields(type.fields);
  const foreign = Object.keys(data).find((name) => !Object.hasOwn(fields, name));
  if (foreign !== undefined)
    throw new RequestError(400, "invalid-request", "can't be written here", { field: foreign });
  const kept = Object.entries(stored).filter(([name]) => !Object.hasOwn(fields, name));
  const written: Stored = { ...Object.fromEntries(kept), ...data };
  const issue = type.stored
    .safeParse(written)
    .error?.issues.find(({ path: [first] }) => Object.hasOwn(fields, String(first)));
  if (issue) throw new RequestError(400, "invalid-sheet", issue.message, { field: issue.path.map(String).join(".") });
  return written;
}

/** What a sheet begins to name is published: nobody learns by naming it what isn’t. Throws a RequestError of 400. */
async function refuseUnknown(
  sql: Sql,
  { type: { fields }, stored, locale }: DraftSheet,
  written: Stored,
): Promise<void> {
  const before = new Set(referencesOf(fields, stored));
  for (const [name, field] of Object.entries(writableFields(fields))) {
    const added = referencesOf({ [name]: field }, written).filter((key) => !before.has(key));
    const live = await loadCards(sql, added, locale);
    const unknown = added.find((key) => !live.has(key));
    if (unknown) throw new RequestError(400, "unknown-entry", "no such entry is published", { field: name });
  }
}

/** A licence that was there already may stay: the desk may have agreed it with the parent’s authors. */
function refuseLicence(allowed: readonly string[] | undefined, { stored }: DraftSheet, written: Stored): void {
  const licence = written["licence"] ?? defaultLicence;
  if (licence === stored["licence"] || allowed === undefined) return;
  if (typeof licence !== "string" || !allowed.includes(licence))
    throw new RequestError(400, "forbidden-licence", "its parent’s licence forbids this one", { field: "licence" });
}

/** Has a draft say something else; with `publish`, for everybody. Throws a RequestError of 400 for what can’t be published. */
export async function writeDraft(
  strapi: Core.Strapi,
  { type, documentId, locale, stored: before, parts, note: noteBefore }: DraftSheet,
  { stored, note, publish }: { readonly stored: Stored; readonly note: string; readonly publish: boolean },
): Promise<void> {
  const changed = Object.keys({ ...before, ...stored }).filter(
    (name) => canonicalJson(before[name]) !== canonicalJson(stored[name]),
  );
  if (changed.length === 0 && note === noteBefore && !publish) return;
  const fields = Object.fromEntries(Object.entries(type.fields).filter(([name]) => changed.includes(name)));
  const input = await sheetInput(strapi, fields, stored, locale);
  const data = { ...withPrivateParts(fields, { stored, input, parts }), changeNote: note === "" ? null : note };
  await publishable(() =>
    strapi.documents(strapiUid(type)).update({ documentId, locale, data, ...(publish && { status: "published" }) }),
  );
}

const detailsSchema = z.object({
  errors: z.array(z.object({ path: z.array(z.union([z.string(), z.number()])) })).min(1),
});

/** Tells what the CMS refuses by its field. */
async function publishable<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof errors.ValidationError)) throw error;
    const [first] = detailsSchema.safeParse(error.details).data?.errors ?? [];
    // biome-ignore lint/style/useErrorCause: the cause is the last argument
    throw new RequestError(
      400,
      "invalid-sheet",
      error.message,
      { field: first?.path.join(".") ?? "" },
      { cause: error },
    );
  }
}
