import {
  type ContentType,
  contentType,
  contentTypes,
  defaultLocale,
  isTypeName,
  type Locale,
  locales,
  mapLeaves,
  mediaSchema,
  type Stored,
  type TypeName,
  toPackaged,
} from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import type { Sql } from "../database.ts";
import { type LiveRow, parseLiveRows, parseVersion, parseVersionRows, reportDamage } from "../publication/live.ts";
import { tables } from "../publication/tables.ts";
import { loadVersions } from "../reading/library.ts";
import { RequestError } from "../request-error.ts";
import { filesByHash } from "./stored-files.ts";

const packaged = Object.values<ContentType>(contentTypes).filter(({ publicity }) => publicity !== "none");
const typeNames = packaged.map(({ name }) => name);
const limit = z.coerce.number().int().min(1).max(500).default(100);
const type = z
  .string()
  .refine((name) => typeNames.includes(name), "no such type")
  .optional();

/** Query of `GET /api/package/export` and `GET /api/package/versions`; `after` is a page's `next`. */
export const exportQuerySchema = z.strictObject({ type, after: z.string().max(200).optional(), limit });

type ExportQuery = z.infer<typeof exportQuerySchema>;

/** A place in the order of an export: a type, then a uid within it, then how many lines of that uid were given. */
interface Position {
  readonly type: TypeName;
  readonly uid: string;
  readonly given: number;
}

function positionOf(after: string | undefined): Position | undefined {
  if (after === undefined) return undefined;
  const [name = "", uid = "", given = ""] = after.split("/");
  if (!isTypeName(name) || !/^\d+$/.test(given))
    throw new RequestError(400, "invalid-request", "not the `next` of a page", { field: "after" });
  return { type: name, uid, given: Number(given) };
}

/** The pages of an export: types in the contract's order, uids in theirs, `linesOf` orders the lines of one uid. */
async function pageOf<T>(
  query: ExportQuery,
  uidsOf: (name: string, from: string, count: number) => Promise<string[]>,
  linesOf: (name: string, uids: string[]) => Promise<Map<string, T[]>>,
) {
  const position = positionOf(query.after);
  const names = typeNames.filter((name) => !query.type || name === query.type);
  const start = position ? names.indexOf(position.type) : 0;
  const items: T[] = [];
  for (const name of names.slice(Math.max(0, start))) {
    const here = position?.type === name ? position : undefined;
    const uids = await uidsOf(name, here?.uid ?? "", query.limit + 1);
    const lines = await linesOf(name, uids);
    for (const uid of uids) {
      const all = lines.get(uid) ?? [];
      for (let index = here?.uid === uid ? here.given : 0; index < all.length; index += 1) {
        if (items.length === query.limit) return { items, next: `${name}/${uid}/${index}` };
        const line = all[index];
        if (line !== undefined) items.push(line);
      }
    }
    // More uids than were asked for: the page may be full although lines are left.
    if (uids.length > query.limit && items.length < query.limit)
      return { items, next: `${name}/${uids.at(-1)}/${lines.get(uids.at(-1) ?? "")?.length ?? 0}` };
  }
  return { items, next: null };
}

/** Uids of what is live, in the order of their bytes: PostgreSQL's own order depends on the machine's language. */
const liveUids = (sql: Sql) => async (name: string, from: string, count: number) => {
  const uid = sql.client.config.client === "pg" ? 'uid collate "C"' : "uid";
  const rows: unknown = await sql(tables.live)
    .where({ type: name })
    .whereRaw(`${uid} >= ?`, [from])
    .groupBy("uid")
    .orderByRaw(uid)
    .limit(count)
    .select("uid");
  return z
    .array(z.object({ uid: z.string() }))
    .parse(rows)
    .map((row) => row.uid);
};

const rank = (row: LiveRow): number => (row.locale === row.source_locale ? -1 : locales.indexOf(row.locale as Locale));

/** What is published, as lines of `content.jsonl`: the source locale of a document first. */
export function exportEntries(strapi: Core.Strapi, query: ExportQuery) {
  const sql = strapi.db.connection;
  return pageOf(query, liveUids(sql), async (name, uids) => {
    const live = parseLiveRows(await sql(tables.live).where({ type: name }).whereIn("uid", uids));
    const versions = await loadVersions(
      sql,
      live.map(({ version_id }) => version_id),
    );
    const there = await filesThere(strapi, fieldsOf(name), [...versions.values()]);
    const lines = live
      .toSorted((a, b) => rank(a) - rank(b))
      .map((row) => {
        const stored = versions.get(row.version_id);
        const kept = stored && withoutGoneFiles(fieldsOf(name), stored, there);
        return entryLine(row, packagedOf(fieldsOf(name).fields, row.version_id, kept));
      });
    return Map.groupBy(lines, ({ line }) => line.uid);
  });
}

/** The packaged form of a version's contents; undefined where they are damaged. */
function packagedOf(fields: ContentType["fields"], id: number, stored: Stored | undefined) {
  try {
    return stored && toPackaged(fields, stored);
  } catch (cause) {
    reportDamage(id, cause);
    return undefined;
  }
}

/** The exporter names all that is damaged: one entry must not hide the others. */
const entryLine = (row: LiveRow, data: Record<string, unknown> | undefined) => ({
  line: {
    type: row.type,
    uid: row.uid,
    locale: row.locale || defaultLocale,
    status: "published" as const,
    data: data ?? {},
    ...(!data && { damaged: true as const }),
  },
  updatedAt: row.updated_at,
});

/** The history of what is published, as lines of `versions.jsonl`: oldest first, without versions that are damaged. */
export function exportVersions(strapi: Core.Strapi, query: ExportQuery) {
  const sql = strapi.db.connection;
  return pageOf(query, liveUids(sql), async (name, uids) => {
    const rows = parseVersionRows(
      await sql(tables.versions).where({ type: name }).whereIn("uid", uids).orderBy(["uid", "locale", "number"]),
    );
    const readable = rows.flatMap((row) => {
      const stored = parseVersion(row.id, row.json);
      return stored ? [{ row, stored }] : [];
    });
    const there = await filesThere(
      strapi,
      fieldsOf(name),
      readable.map(({ stored }) => stored),
    );
    const lines = readable.flatMap(({ row: { id, type: typeName, uid, locale, number, at, author, note }, stored }) => {
      const data = packagedOf(fieldsOf(name).fields, id, withoutGoneFiles(fieldsOf(name), stored, there));
      const line = { type: typeName, uid, locale: locale || null, number, at };
      return data ? [{ ...line, ...(author !== null && { author }), ...(note !== null && { note }), data }] : [];
    });
    return Map.groupBy(lines, ({ uid }) => uid);
  });
}

/** Hash of a file as a version keeps it; undefined where that is damaged. */
const hashOf = (value: unknown): string | undefined => mediaSchema.safeParse(value).data?.hash;

/** Which of the files that these contents show are still in the portal. */
async function filesThere(strapi: Core.Strapi, { fields }: ContentType, contents: readonly Stored[]) {
  const hashes = new Set<string>();
  const note = (value: unknown) => {
    const hash = hashOf(value);
    if (hash !== undefined) hashes.add(hash);
  };
  for (const stored of contents)
    mapLeaves(fields, stored, ({ shape }, value) => (shape.kind === "media" ? note(value) : undefined));
  return filesByHash(strapi, hashes);
}

/** Versions outlive the files that they showed: a picture that was withdrawn is in no package, not even by its name. */
const withoutGoneFiles = ({ fields }: ContentType, stored: Stored, there: ReadonlyMap<string, unknown>): Stored =>
  mapLeaves(fields, stored, ({ shape }, value) => {
    const hash = shape.kind === "media" ? hashOf(value) : undefined;
    return hash === undefined || there.has(hash) ? value : undefined;
  });

function fieldsOf(name: string): ContentType {
  if (!isTypeName(name)) throw new Error(`unknown content type ${name}`);
  return contentType(name);
}
