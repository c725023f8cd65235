import { createHash } from "node:crypto";
import {
  type ContentType,
  canonicalJson,
  type Key,
  keyOf,
  mapLeaves,
  mediaSchema,
  referencesOf,
  type Stored,
} from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { sqlNow } from "../database.ts";
import { unpublishable } from "../desk/refusal.ts";
import { currentAuthor } from "./author.ts";
import { changeNoteOf, clearChangeNote } from "./change-note.ts";
import { appendChanges, lockFeed, type NewChange } from "./feed.ts";
import { parentOf, rememberParent } from "./lasting-parent.ts";
import { type LiveRow, parseLiveRows, parseVersion, parseVersionRows, type VersionRow } from "./live.ts";
import { type PublishedEntry, publishedRows, readEntry } from "./reading-rows.ts";
import { refuseTakenSlug } from "./slugs.ts";
import { tables } from "./tables.ts";
import { titleKey } from "./title-key.ts";

/** SHA-256 of a stored entry's canonical JSON, in hexadecimal. */
export const hashOf = (json: string): string => createHash("sha256").update(json).digest("hex");

/**
 * Makes versions, what is live and the feed agree with a document's published rows, whatever was done to them; appends what differs.
 * Must run in the transaction that changed the rows. Answers how many changes it appended.
 */
export async function reconcile(strapi: Core.Strapi, type: ContentType, documentId: string): Promise<number> {
  if (type.publicity === "none") return 0;
  const first = await differences(strapi, type, documentId);
  if (first.length === 0) return 0;
  // What was read before the lock may have changed since: another process may have published the same document.
  await lockFeed(strapi);
  const effects = await differences(strapi, type, documentId);
  const changes: NewChange[] = [];
  for (const effect of effects) {
    const change = effect.entry
      ? await publishEntry(strapi, type, effect.entry, effect.live)
      : await withdraw(strapi, effect.live);
    if (change) changes.push(change);
  }
  await settleDocument(strapi, type, documentId);
  await appendChanges(strapi, changes);
  return changes.length;
}

type Effect =
  | { readonly entry: PublishedEntry; readonly live: LiveRow | undefined }
  | { readonly entry: undefined; readonly live: LiveRow };

async function differences(strapi: Core.Strapi, type: ContentType, documentId: string): Promise<Effect[]> {
  const sql = await sqlNow(strapi);
  const live = parseLiveRows(await sql(tables.live).where({ type: type.name, document_id: documentId }));
  const effects: Effect[] = [];
  const seen = new Set<string>();
  for (const row of await publishedRows(strapi, type, documentId)) {
    const known = live.find(({ locale }) => locale === (type.localized ? row.locale : ""));
    const entry = await readEntry(strapi, type, row, known);
    seen.add(entry.locale);
    if (!known || (await differs(strapi, type, entry, known))) effects.push({ entry, live: known });
  }
  for (const gone of live) if (!seen.has(gone.locale)) effects.push({ entry: undefined, live: gone });
  return effects;
}

async function differs(strapi: Core.Strapi, type: ContentType, entry: PublishedEntry, live: LiveRow): Promise<boolean> {
  if (live.entry_id !== entry.row.id || live.uid !== entry.row.uid || live.source_locale !== entry.sourceLocale)
    return true;
  const sql = await sqlNow(strapi);
  // Not by its hash: a version damaged in the database must be found different, so that a sound one follows it.
  const version = await sql(tables.versions).where({ id: live.version_id }).first("json");
  return version?.json !== canonicalJson(entry.stored) || live.slug !== slugOf(type, entry);
}

const slugOf = (type: ContentType, { stored, row }: PublishedEntry): string =>
  type.fields["slug"] && typeof stored["slug"] === "string" ? stored["slug"] : row.uid;

async function publishEntry(
  strapi: Core.Strapi,
  type: ContentType,
  entry: PublishedEntry,
  live: LiveRow | undefined,
): Promise<NewChange | undefined> {
  refuseBroken(type, entry);
  const sql = await sqlNow(strapi);
  const { row, locale, sourceLocale, stored } = entry;
  const slug = slugOf(type, entry);
  if (type.fields["slug"] && live?.slug !== slug)
    await refuseTakenSlug(strapi, type, { slug, documentId: row.documentId, published: true });
  const version = await storeVersion(strapi, type, entry);
  if (type.fields["derivedFrom"] && locale === sourceLocale)
    await rememberParent(sql, keyOf(type.name, row.uid), parentOf(stored)?.key);
  const first = await sql(tables.versions)
    .where({ type: type.name, uid: row.uid, locale })
    .orderBy("number")
    .first("at");
  const next: LiveRow = {
    type: type.name,
    document_id: row.documentId,
    uid: row.uid,
    slug,
    locale,
    source_locale: sourceLocale,
    version_id: version.id,
    version: version.number,
    title_key: titleKey(stored, row.uid),
    maturity: null,
    published_at: String(first?.at ?? version.at),
    updated_at: version.at,
    entry_id: row.id,
  };
  await sql(tables.live).where({ type: type.name, document_id: row.documentId, locale }).delete();
  await sql(tables.live).insert(next);
  if (live?.version_id === version.id && live.slug === next.slug) return undefined;
  await replaceReferences(strapi, type, entry);
  return {
    type: type.name,
    documentId: row.documentId,
    uid: row.uid,
    locale,
    version: version.number,
    action: "publish",
  };
}

/** What the contract can't express must not be published: nobody could read it. */
function refuseBroken(type: ContentType, { stored, locale }: PublishedEntry): void {
  const parsed = type.stored.safeParse(stored, { reportInput: true });
  if (!parsed.success) throw unpublishable(type, locale, parsed.error.issues);
}

/** The newest version when it says the same, else a new one. */
async function storeVersion(
  strapi: Core.Strapi,
  type: ContentType,
  { row, locale, stored }: PublishedEntry,
): Promise<Pick<VersionRow, "id" | "number" | "at">> {
  const sql = await sqlNow(strapi);
  const json = canonicalJson(stored);
  const name = { type: type.name, uid: row.uid, locale };
  const [newest] = parseVersionRows(await sql(tables.versions).where(name).orderBy("number", "desc").limit(1));
  if (newest?.json === json) return newest;
  const version = {
    ...name,
    number: (newest?.number ?? 0) + 1,
    hash: hashOf(json),
    json,
    ...currentAuthor(strapi),
    note: changeNoteOf(type, row),
    at: new Date().toISOString(),
  };
  const [inserted] = await sql(tables.versions).insert(version).returning("id");
  if (version.note !== null) await clearChangeNote(strapi, type, row);
  return { id: Number(inserted.id ?? inserted), number: version.number, at: version.at };
}

/** The keys that an entry names and the files that it shows, as `media/HASH`. */
function targetsOf(type: ContentType, stored: Stored): string[] {
  const targets = new Set<string>(referencesOf(type.fields, stored) satisfies Key[]);
  mapLeaves(type.fields, stored, (field, value) => {
    if (field.shape.kind === "media") targets.add(`media/${mediaSchema.parse(value).hash}`);
  });
  return [...targets];
}

async function replaceReferences(
  strapi: Core.Strapi,
  type: ContentType,
  { row, locale, stored }: PublishedEntry,
): Promise<void> {
  const sql = await sqlNow(strapi);
  const owner = { type: type.name, document_id: row.documentId, locale };
  await sql(tables.references).where(owner).delete();
  const targets = targetsOf(type, stored).map((target) => ({ ...owner, target }));
  for (let start = 0; start < targets.length; start += 100)
    await sql(tables.references).insert(targets.slice(start, start + 100));
}

async function withdraw(strapi: Core.Strapi, live: LiveRow): Promise<NewChange> {
  const sql = await sqlNow(strapi);
  const { type, document_id, uid, locale } = live;
  await sql(tables.live).where({ type, document_id, locale }).delete();
  return { type, documentId: document_id, uid, locale, version: null, action: "delete" };
}

/** What all locales of a document share: its maturity, for lists; its references go when none of it is live any more. */
async function settleDocument(strapi: Core.Strapi, type: ContentType, documentId: string): Promise<void> {
  const sql = await sqlNow(strapi);
  const [live] = parseLiveRows(await sql(tables.live).where({ type: type.name, document_id: documentId }).limit(1));
  if (!live) {
    await sql(tables.references).where({ type: type.name, document_id: documentId }).delete();
    return;
  }
  if (!type.fields["maturity"]) return;
  const [source] = parseVersionRows(
    await sql(tables.versions)
      .where({ type: type.name, uid: live.uid, locale: live.source_locale })
      .orderBy("number", "desc")
      .limit(1),
  );
  const maturity = source && parseVersion(source.id, source.json)?.["maturity"];
  await sql(tables.live)
    .where({ type: type.name, document_id: documentId })
    .update({ maturity: typeof maturity === "string" ? maturity : null });
}
