import { z } from "zod";

/** SHA-256 of a file's bytes, in hexadecimal: its name on the site and in packages. */
export const mediaHashSchema = z.string().regex(/^[0-9a-f]{64}$/);
/** A file's ending, without the dot. */
export const mediaExtensionSchema = z.string().regex(/^[a-z0-9]{1,8}$/);

/** A file kept by the CMS and served by the site at `/media/HASH.ext`; `size` in bytes, `width` and `height` in pixels for pictures. */
export const mediaSchema = z.strictObject({
  hash: mediaHashSchema,
  ext: mediaExtensionSchema,
  mime: z.string().max(100),
  name: z.string().max(255),
  size: z.int().min(0),
  width: z.int().min(1).optional(),
  height: z.int().min(1).optional(),
});
/** A file of the CMS. */
export type Media = z.infer<typeof mediaSchema>;

/** A file in a package: its path below the package's folder, always under `media/`. */
export const packagedMediaSchema = z
  .string()
  .max(300)
  .regex(
    /^media\/(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/)*[A-Za-z0-9_-][A-Za-z0-9._-]*\.[A-Za-z0-9]{1,8}$/,
    "must be a path such as media/photo.jpg",
  );

/** The path of a file in exported packages. */
export const packagedMediaPath = (media: Pick<Media, "hash" | "ext">): string => `media/${media.hash}.${media.ext}`;
