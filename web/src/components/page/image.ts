import {
  copyFormats,
  copyWidths,
  type Media,
  mediaFileName,
  type PictureCopy,
  plainCopy,
  type Solution,
} from "@essaim/content";

/** A picture of a document with its words. */
export type Image = NonNullable<Solution["cover"]>;

type Named = Pick<Media, "hash" | "ext">;

/** Address of a file on the site, or of a picture's smaller copy. */
export const mediaPath = (media: Named, copy?: PictureCopy): string => `/media/${mediaFileName(media, copy)}`;

/** A picture's copies in one format, as `srcset` takes them. */
export interface CopySet {
  readonly type: string;
  readonly srcset: string;
}

/** What a page shows of a picture: its copies for browsers that choose among them, and one address for those that don't. */
export function pictureSources(file: Named & Pick<Media, "width">): {
  readonly sets: CopySet[];
  readonly plain: string;
} {
  const widths = copyWidths(file);
  const sets = copyFormats.map((ext) => ({
    type: `image/${ext}`,
    srcset: widths.map((width) => `${mediaPath(file, { width, ext })} ${width}w`).join(", "),
  }));
  return { sets: widths.length > 0 ? sets : [], plain: mediaPath(file, plainCopy(file)) };
}

/** The widest copy of a picture. */
export function largestCopy(file: Named & Pick<Media, "width">): string {
  const width = copyWidths(file).at(-1);
  return mediaPath(file, width === undefined ? undefined : { width, ext: "webp" });
}
