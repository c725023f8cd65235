import { type Media, mediaSchema } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";

const fileUid = "plugin::upload.file";

const fileRow = z
  .object({
    id: z.number(),
    sha256: z.string(),
    ext: z.string(),
    mime: z.string(),
    name: z.string(),
    bytes: z.coerce.number(),
    hash: z.string(),
    width: z.number().nullish(),
    height: z.number().nullish(),
  })
  .transform(({ id, sha256, ext, mime, name, bytes, hash, width, height }) => ({
    id,
    path: `${hash}${ext}`,
    media: mediaSchema.parse({
      hash: sha256,
      ext: ext.replace(/^\./, "").toLowerCase(),
      mime,
      name,
      size: bytes,
      ...(width && { width }),
      ...(height && { height }),
    }),
  }));

/** A file of the media library: `path` is its name in the store. */
export interface StoredFile {
  readonly id: number;
  readonly path: string;
  readonly media: Media;
}

/** The media library's files with these hashes; the oldest where bytes were uploaded twice. */
export async function filesByHash(strapi: Core.Strapi, hashes: Iterable<string>): Promise<Map<string, StoredFile>> {
  const wanted = [...new Set(hashes)];
  if (wanted.length === 0) return new Map();
  const rows: unknown = await strapi.db
    .query(fileUid)
    .findMany({ where: { sha256: { $in: wanted } }, orderBy: { id: "desc" } });
  return new Map(
    z
      .array(fileRow)
      .parse(rows)
      .map((file) => [file.media.hash, file]),
  );
}
