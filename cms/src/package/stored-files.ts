import { type Media, mediaSchema } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";

const fileUid = "plugin::upload.file";

const stored = z.object({ hash: z.string(), ext: z.string() });

const fileRow = stored
  .extend({
    id: z.number(),
    sha256: z.string(),
    given: z.string().nullish(),
    mime: z.string(),
    name: z.string(),
    bytes: z.coerce.number(),
    width: z.number().nullish(),
    height: z.number().nullish(),
    formats: z.record(z.string(), stored).nullish(),
  })
  .transform(({ id, sha256, given, ext, mime, name, bytes, hash, width, height, formats }) => ({
    id,
    given: given ?? sha256,
    path: `${hash}${ext}`,
    copies: new Map(Object.entries(formats ?? {}).map(([copy, file]) => [copy, `${file.hash}${file.ext}`])),
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

/** A file of the media library: `path` is its name in the store, `copies` those of its copies by `WIDTH.ext`. */
export interface StoredFile {
  readonly id: number;
  readonly path: string;
  readonly copies: ReadonlyMap<string, string>;
  readonly media: Media;
}

/** The media library's files with these hashes, of what is kept or of what was sent; the oldest where bytes were uploaded twice. */
export async function filesByHash(strapi: Core.Strapi, hashes: Iterable<string>): Promise<Map<string, StoredFile>> {
  const wanted = [...new Set(hashes)];
  if (wanted.length === 0) return new Map();
  const rows: unknown = await strapi.db.query(fileUid).findMany({
    where: { $or: [{ sha256: { $in: wanted } }, { given: { $in: wanted } }] },
    orderBy: { id: "desc" },
  });
  const files = z.array(fileRow).parse(rows);
  return new Map([
    ...files.map((file) => [file.given, file] as const),
    ...files.map((file) => [file.media.hash, file] as const),
  ]);
}
