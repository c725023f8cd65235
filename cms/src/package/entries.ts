import {
  type ContentType,
  canonicalJson,
  contentType,
  type EntryResult,
  entriesRequestSchema,
  fromPackaged,
  type Nature,
  parseLine,
  populateOf,
  type Stored,
  toInput,
  toStored,
} from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { rowsOf, sqlNow, strapiUid } from "../database.ts";
import { inFeedTransaction } from "../publication/feed.ts";
import { tables } from "../publication/tables.ts";
import { parseRequest, RequestError } from "../request-error.ts";
import { type KnownDocument, knownDocuments } from "./known-documents.ts";
import { preparedLinks } from "./links.ts";
import { filesByHash, type StoredFile } from "./stored-files.ts";

type Entry = z.infer<typeof entriesRequestSchema>["entries"][number];

interface CheckedEntry {
  readonly number: number;
  readonly type: ContentType;
  readonly entry: Entry;
  readonly data: Record<string, unknown>;
  readonly draft: boolean;
}

/** Writes a batch of entries in one transaction; one that doesn't fit refuses the whole batch, and nothing of it is written. */
export async function writeEntries(strapi: Core.Strapi, body: unknown): Promise<{ results: EntryResult[] }> {
  const request = parseRequest(entriesRequestSchema, body);
  const checked = request.entries.map((entry, index) => checkEntry(entry, index + 1, request.draft));
  const files = await filesByHash(
    strapi,
    checked.flatMap(({ entry }) => Object.values(entry.files)),
  );
  return inFeedTransaction(strapi, async () => {
    const results: EntryResult[] = [];
    for (const one of checked) {
      results.push(await naming(one, () => writeEntry(strapi, one, files)));
      // SQLite answers at once: without this, a long batch would keep the process from doing anything else.
      await new Promise(setImmediate);
    }
    return { results };
  });
}

/** What writing a batch would do to each entry; nothing is written, and what entries refer to is not looked up. */
export async function compareEntries(strapi: Core.Strapi, body: unknown): Promise<{ results: EntryResult[] }> {
  const request = parseRequest(entriesRequestSchema, body);
  const checked = request.entries.map((entry, index) => checkEntry(entry, index + 1, request.draft));
  const files = await filesByHash(
    strapi,
    checked.flatMap(({ entry }) => Object.values(entry.files)),
  );
  const results: EntryResult[] = [];
  for (const one of checked) results.push(await compareEntry(strapi, one, files));
  return { results };
}

async function compareEntry(
  strapi: Core.Strapi,
  one: CheckedEntry,
  files: ReadonlyMap<string, StoredFile>,
): Promise<EntryResult> {
  const { type, entry } = one;
  const document = (await knownDocuments(strapi, type, [entry.uid])).get(entry.uid);
  if (!document) return "created";
  // A file that was not sent yet is new, so the entry that shows it changes.
  const isSent = Object.values(entry.files).every((hash) => files.has(hash));
  const natures = naturesOf(type, entry.locale, document.sourceLocale ?? entry.sourceLocale);
  if (isSent && (await isUnchanged(strapi, one, document, storedForm(one, files), natures))) return "unchanged";
  return hasRow(document, one) ? "updated" : "created";
}

/** The source locale's entry holds the facts too, a translation only its texts. */
const naturesOf = (type: ContentType, locale: string, sourceLocale: string): ReadonlySet<Nature> =>
  new Set(!type.localized || locale === sourceLocale ? ["text", "fact"] : ["text"]);

const hasRow = ({ rows }: KnownDocument, { type, entry }: CheckedEntry): boolean =>
  rows.some((row) => !type.localized || row.locale === entry.locale);

function checkEntry(entry: Entry, number: number, draft: boolean): CheckedEntry {
  const { type, uid, locale, status, data, sourceLocale } = entry;
  const parsed = parseLine(JSON.stringify({ type, uid, locale, status, data }), number);
  if (!parsed.ok) {
    const [problem] = parsed.problems;
    throw new RequestError(422, problem?.code ?? "invalid", problem?.reason ?? "not valid", {
      line: number,
      field: problem?.field ?? "",
    });
  }
  const known = contentType(parsed.line.type);
  if (known.localized && locale !== sourceLocale) {
    const fact = Object.keys(parsed.line.data).find((name) => known.fields[name]?.nature === "fact");
    if (fact)
      throw new RequestError(422, "misplaced-fact", `is a fact: it belongs to the source locale (${sourceLocale})`, {
        line: number,
        field: `data.${fact}`,
      });
  }
  return {
    number,
    type: known,
    entry,
    data: parsed.line.data,
    draft: known.draftAndPublish && (draft || status === "draft"),
  };
}

const strapiError = z.object({
  name: z.literal(["ValidationError", "ApplicationError", "YupValidationError"]),
  message: z.string(),
  details: z
    .object({
      errors: z.array(z.object({ path: z.array(z.union([z.string(), z.number()])), message: z.string() })).default([]),
    })
    .default({ errors: [] }),
});

/** Says which entry the CMS refused, and why. */
async function naming<T>({ number }: CheckedEntry, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const refused = strapiError.safeParse(error);
    if (error instanceof RequestError || !refused.success) throw error;
    const [first] = refused.data.details.errors;
    const field = first ? `data.${first.path.join(".")}` : "";
    // biome-ignore lint/style/useErrorCause: the cause is the last argument
    throw new RequestError(
      422,
      "refused",
      first?.message ?? refused.data.message,
      { line: number, field },
      { cause: error },
    );
  }
}

async function writeEntry(
  strapi: Core.Strapi,
  one: CheckedEntry,
  files: ReadonlyMap<string, StoredFile>,
): Promise<EntryResult> {
  const { type, entry, draft, number } = one;
  const document = (await knownDocuments(strapi, type, [entry.uid])).get(entry.uid);
  const sourceLocale = document?.sourceLocale ?? entry.sourceLocale;
  if (type.localized && sourceLocale !== entry.sourceLocale) {
    throw new RequestError(422, "source-locale", `the source locale of this document is ${sourceLocale}`, {
      line: number,
      field: "sourceLocale",
    });
  }
  const natures = naturesOf(type, entry.locale, sourceLocale);
  const stored = storedForm(one, files);
  if (document && (await isUnchanged(strapi, one, document, stored, natures))) return "unchanged";
  const locale = type.localized ? entry.locale : undefined;
  const links = await preparedLinks(strapi, type, stored, { locale, line: number, files });
  const input = toInput(type.fields, stored, links, natures);
  const options = {
    ...(locale && { locale }),
    ...(type.draftAndPublish && !draft && { status: "published" as const }),
  };
  const documents = strapi.documents(strapiUid(type));
  if (document) await documents.update({ documentId: document.documentId, data: input, ...options });
  else
    await documents.create({ data: { ...input, uid: entry.uid, ...(type.localized && { sourceLocale }) }, ...options });
  return document && hasRow(document, one) ? "updated" : "created";
}

function storedForm({ type, entry, data, number }: CheckedEntry, files: ReadonlyMap<string, StoredFile>): Stored {
  const stored = fromPackaged(type.fields, data, (path) => {
    const file = files.get(entry.files[path] ?? "");
    if (!file)
      throw new RequestError(422, "missing-file", `the file ${JSON.stringify(path)} was not uploaded`, {
        line: number,
        field: "files",
      });
    return file.media;
  });
  return type.fields["slug"] && stored["slug"] === undefined ? { ...stored, slug: entry.uid } : stored;
}

/** Whether what the entry says is there already: in the live version, else in the row that it would be written to. */
async function isUnchanged(
  strapi: Core.Strapi,
  one: CheckedEntry,
  document: KnownDocument,
  stored: Stored,
  natures: ReadonlySet<Nature>,
): Promise<boolean> {
  const { type, entry, draft } = one;
  const json = canonicalJson(stored);
  const locale = type.localized ? entry.locale : "";
  const sql = await sqlNow(strapi);
  const live = await sql({ live: tables.live })
    .join({ version: tables.versions }, "version.id", "live.version_id")
    .where({ "live.type": type.name, "live.document_id": document.documentId, "live.locale": locale })
    .first("version.json");
  if (live && (!draft || live.json === json)) return live.json === json;
  const isPublic = type.publicity === "all";
  if (!draft && isPublic) return false;
  const where = { documentId: document.documentId, ...(type.localized && { locale }) };
  if (
    !draft &&
    type.draftAndPublish &&
    (await rowsOf(strapi, type).count({ where: { ...where, publishedAt: { $notNull: true } } })) === 0
  )
    return false;
  const rows = {
    where: { ...where, ...(type.draftAndPublish && { publishedAt: { $null: true } }) },
    populate: populateOf(type.fields),
  };
  const row: unknown = await rowsOf(strapi, type).findOne(rows);
  return (
    row !== null && canonicalJson(toStored(type.fields, z.record(z.string(), z.unknown()).parse(row), natures)) === json
  );
}
