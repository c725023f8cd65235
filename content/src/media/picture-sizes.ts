import type { Media } from "./media.ts";

/** Widths, in pixels, that pictures are made in; none is enlarged. */
const standardWidths = [320, 640, 960, 1440] as const;
/** Width of the copy for browsers that read neither AVIF nor WebP. */
const plainWidth = 960;

/** Formats of a picture's smaller copies, smallest files first. */
export const copyFormats = ["avif", "webp"] as const;

/** A smaller copy of a picture. */
export interface PictureCopy {
  readonly width: number;
  readonly ext: string;
}

type Sized = Pick<Media, "ext" | "width">;

/** Widths in which a picture's copies are made; none for what is not a picture. */
export function copyWidths({ width }: Pick<Media, "width">): number[] {
  if (width === undefined) return [];
  const smaller = standardWidths.filter((standard) => standard < width);
  return width <= Math.max(...standardWidths) ? [...smaller, width] : smaller;
}

/** The copy of a picture for browsers that read neither AVIF nor WebP; undefined where the picture itself serves them. */
export function plainCopy({ ext, width }: Sized): PictureCopy | undefined {
  if (width === undefined) return undefined;
  const isPlain = ext === "jpg" || ext === "png";
  if (isPlain && width <= plainWidth) return undefined;
  // PNG, because a WebP or AVIF picture may be transparent.
  return { width: Math.min(width, plainWidth), ext: isPlain ? ext : "png" };
}

/** What pages show of a picture: copies, and the picture itself (undefined) where it serves old browsers. */
export const copiesOnPages = (media: Sized): (PictureCopy | undefined)[] =>
  media.width === undefined || plainCopy(media) ? pictureCopies(media) : [...pictureCopies(media), undefined];

/** All copies that are made of a picture. */
export function pictureCopies(media: Sized): PictureCopy[] {
  const plain = plainCopy(media);
  return [
    ...copyWidths(media).flatMap((width) => copyFormats.map((ext) => ({ width, ext }))),
    ...(plain ? [plain] : []),
  ];
}

/** The name of a file on the site, below `/media/`: `HASH.ext`, for a copy `HASH-WIDTH.ext`. */
export const mediaFileName = ({ hash, ext }: Pick<Media, "hash" | "ext">, copy?: PictureCopy): string =>
  copy ? `${hash}-${copy.width}.${copy.ext}` : `${hash}.${ext}`;
