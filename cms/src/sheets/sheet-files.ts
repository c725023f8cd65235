import type { IncomingMessage } from "node:http";
import {
  canonicalJson,
  type Media,
  mapLeaves,
  mediaSchema,
  type Stored,
  type sheetFileQuerySchema,
} from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { sqlNow } from "../database.ts";
import type { Account } from "../members/accounts.ts";
import type { CentreMember } from "../members/who-asks.ts";
import { keepMedia } from "../package/media.ts";
import { filesByHash } from "../package/stored-files.ts";
import { tables } from "../publication/tables.ts";
import { RequestError } from "../request-error.ts";
import { type DraftSheet, ownDraft } from "./draft-sheet.ts";

const dayMs = 24 * 60 * 60_000;
/** Most files that a centre sends in a day: the portal's disk is everybody's. */
const mostADay = 200;
/** How long a file that no sheet shows is waited for. */
const unusedMs = 7 * dayMs;

/**
 * Keeps a file that a member sends for a sheet of their centre; no sheet shows it before it is saved. Its bytes say what it is, not its name.
 * Throws a RequestError of 400, 403, 413, 422 or 429.
 */
export async function storeSheetFile(
  strapi: Core.Strapi,
  member: CentreMember,
  request: IncomingMessage,
  { key, name }: z.infer<typeof sheetFileQuerySchema>,
): Promise<Media> {
  await ownDraft(strapi, member, key);
  const centre = member.centre.documentId;
  const sql = await sqlNow(strapi);
  const since = new Date(Date.now() - dayMs).toISOString();
  const today: unknown = await sql(tables.sheetFiles).where({ centre }).where("at", ">", since).select("id");
  if (z.array(z.unknown()).parse(today).length >= mostADay)
    throw new RequestError(429, "too-many-files", "this centre has sent too many files today", { field: "key" });
  const { media, made } = await keepMedia(strapi, request, name);
  await sql(tables.sheetFiles).insert({ hash: media.hash, centre, made, at: new Date().toISOString() });
  await forgetUnused(strapi);
  return media;
}

interface ShownFile {
  readonly media: Media;
  readonly path: string;
}

function filesIn({ fields }: DraftSheet["type"], stored: Stored): ShownFile[] {
  const found: ShownFile[] = [];
  mapLeaves(fields, stored, ({ shape }, value, path) => {
    if (shape.kind === "media") found.push({ media: mediaSchema.parse(value), path });
  });
  return found;
}

/** A sheet shows what it showed already, and what its centre has sent: nobody makes others’ files public by their names. */
export async function refuseForeignFiles(
  strapi: Core.Strapi,
  { centre }: Account,
  { type, stored }: DraftSheet,
  written: Stored,
): Promise<void> {
  const before = new Set(filesIn(type, stored).map(({ media }) => canonicalJson(media)));
  const added = filesIn(type, written).filter(({ media }) => !before.has(canonicalJson(media)));
  if (added.length === 0) return;
  const sql = await sqlNow(strapi);
  const rows: unknown = await sql(tables.sheetFiles)
    .where({ centre: centre?.documentId ?? "" })
    .whereIn(
      "hash",
      added.map(({ media }) => media.hash),
    )
    .select("hash");
  const sent = new Set(
    z
      .array(z.object({ hash: z.string() }))
      .parse(rows)
      .map(({ hash }) => hash),
  );
  const kept = await filesByHash(strapi, sent);
  // What the form says of a file is only its name: the file itself says what kind it is.
  const isSent = ({ media }: ShownFile) => canonicalJson(kept.get(media.hash)?.media) === canonicalJson(media);
  const foreign = added.find((file) => !isSent(file));
  if (foreign) throw new RequestError(400, "unknown-file", "no such file was sent", { field: foreign.path });
}

const oldRows = z.array(z.object({ id: z.number(), hash: z.string(), made: z.coerce.boolean() }));

interface FileService {
  remove(file: object): Promise<unknown>;
}

/** Removes files that were sent long ago and that neither an entry nor a version shows: somebody chose another. */
async function forgetUnused(strapi: Core.Strapi): Promise<void> {
  const sql = await sqlNow(strapi);
  const until = new Date(Date.now() - unusedMs).toISOString();
  const old = oldRows.parse(await sql(tables.sheetFiles).where("at", "<", until).orderBy("id").limit(50));
  const files: FileService = strapi.plugin("upload").service("upload");
  for (const { id, hash, made } of old) {
    await sql(tables.sheetFiles).where({ id }).delete();
    const row: unknown = made && (await strapi.db.query("plugin::upload.file").findOne({ where: { sha256: hash } }));
    const file = z.looseObject({ id: z.number() }).safeParse(row).data;
    const shown: unknown = file && (await sql("files_related_mph").where({ file_id: file.id }).first("id"));
    const remembered: unknown =
      file && !shown && (await sql(tables.versions).where("json", "like", `%${hash}%`).first("id"));
    if (file && !shown && !remembered) await files.remove(file);
  }
}
