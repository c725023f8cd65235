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
import { type LiveRow, parseLiveRows, parseVersionRows } from "../publication/live.ts";
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
    const sorted = live.toSorted((a, b) => rank(a) - rank(b));
    const contents = sorted.map(({ version_id }) => versions.get(version_id) ?? {});
    const kept = await withoutGoneFiles(strapi, fieldsOf(name), contents);
    const lines = sorted.map((row, index) => entryLine(row, toPackaged(fieldsOf(name).fields, kept[index] ?? {})));
    return Map.groupBy(lines, ({ line }) => line.uid);
  });
}

const entryLine = (row: LiveRow, data: Record<string, unknown>) => ({
  line: { type: row.type, uid: row.uid, locale: row.locale || defaultLocale, status: "published" as const, data },
  updatedAt: row.updated_at,
});

/** The history of what is published, as lines of `versions.jsonl`: oldest first. */
export function exportVersions(strapi: Core.Strapi, query: ExportQuery) {
  const sql = strapi.db.connection;
  return pageOf(query, liveUids(sql), async (name, uids) => {
    const rows = parseVersionRows(
      await sql(tables.versions).where({ type: name }).whereIn("uid", uids).orderBy(["uid", "locale", "number"]),
    );
    const contents = rows.map(({ json }) => z.record(z.string(), z.unknown()).parse(JSON.parse(json)));
    const kept = await withoutGoneFiles(strapi, fieldsOf(name), contents);
    const lines = rows.map(({ type: typeName, uid, locale, number, at, author, note }, index) => ({
      type: typeName,
      uid,
      locale: locale || null,
      number,
      at,
      ...(author !== null && { author }),
      ...(note !== null && { note }),
      data: toPackaged(fieldsOf(name).fields, kept[index] ?? {}),
    }));
    return Map.groupBy(lines, ({ uid }) => uid);
  });
}

/** Versions outlive the files that they showed: a picture that was withdrawn is in no package, not even by its name. */
async function withoutGoneFiles(
  strapi: Core.Strapi,
  { fields }: ContentType,
  contents: readonly Stored[],
): Promise<Stored[]> {
  const hashes = new Set<string>();
  const hashOf = (value: unknown) => mediaSchema.parse(value).hash;
  for (const stored of contents)
    mapLeaves(fields, stored, ({ shape }, value) => (shape.kind === "media" ? hashes.add(hashOf(value)) : undefined));
  const there = await filesByHash(strapi, hashes);
  return contents.map((stored) =>
    mapLeaves(fields, stored, ({ shape }, value) =>
      shape.kind !== "media" || there.has(hashOf(value)) ? value : undefined,
    ),
  );
}

function fieldsOf(name: string): ContentType {
  if (!isTypeName(name)) throw new Error(`unknown content type ${name}`);
  return contentType(name);
}
