import { createReadStream, type ReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { type Key, keyOf, type LiveMedia, mediaFileName, mediaHashSchema } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { folders } from "../environment.ts";
import { filesByHash, type StoredFile } from "../package/stored-files.ts";
import { tables } from "../publication/tables.ts";
import { RequestError } from "../request-error.ts";

const gone = () => new RequestError(404, "not-published", "no live document shows such a file");

/** A file that live documents show; `hash` is that of the bytes that are kept. */
async function liveFile(strapi: Core.Strapi, hash: string): Promise<StoredFile & { readonly shownBy: Key[] }> {
  if (!mediaHashSchema.safeParse(hash).success) throw gone();
  const file = (await filesByHash(strapi, [hash])).get(hash);
  const shownBy = file?.media.hash === hash ? await documentsThatShow(strapi, hash) : [];
  if (!file || shownBy.length === 0) throw gone();
  return { ...file, shownBy };
}

async function documentsThatShow(strapi: Core.Strapi, hash: string): Promise<Key[]> {
  const sql = strapi.db.connection;
  const rows: unknown = await sql({ reference: tables.references })
    .join({ live: tables.live }, (join) =>
      join.on("live.type", "reference.type").andOn("live.document_id", "reference.document_id"),
    )
    .where({ "reference.target": `media/${hash}` })
    .distinct("live.type", "live.uid")
    .orderBy(["live.type", "live.uid"]);
  return z
    .array(z.object({ type: z.string(), uid: z.string() }))
    .parse(rows)
    .map(({ type, uid }) => keyOf(type, uid));
}

/** What is known of a live file; throws a RequestError for one that no live document shows. */
export async function readLiveMedia(strapi: Core.Strapi, hash: string): Promise<LiveMedia> {
  const { media, shownBy } = await liveFile(strapi, hash);
  return { media, shownBy };
}

/** Bytes to send, and how many. */
export interface OpenedFile {
  readonly stream: ReadStream;
  readonly size: number;
}

/** The bytes of a live file or of one of its copies, by its name on the site. */
export async function readLiveFile(strapi: Core.Strapi, hash: string, name: string): Promise<OpenedFile> {
  const opened = await openStoredFile(await liveFile(strapi, hash), name);
  if (!opened) throw gone();
  return opened;
}

/** The bytes of a file or of one of its copies, by its name on the site; undefined when it has no such copy. */
export async function openStoredFile(
  { media, path, copies }: StoredFile,
  name: string,
): Promise<OpenedFile | undefined> {
  const { hash } = media;
  const copy = name.startsWith(`${hash}-`) ? copies.get(name.slice(hash.length + 1)) : undefined;
  const found = name === mediaFileName(media) ? path : copy;
  if (found === undefined) return undefined;
  const stored = join(folders.uploads, found);
  return { stream: createReadStream(stored), size: (await stat(stored)).size };
}
