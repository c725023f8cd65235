import type { Media, Solution } from "@essaim/content";

/** A picture of a document with its words. */
export type Image = NonNullable<Solution["cover"]>;

/** Address of a file on the site. */
export const mediaPath = (media: Pick<Media, "hash" | "ext">): string => `/media/${media.hash}.${media.ext}`;
