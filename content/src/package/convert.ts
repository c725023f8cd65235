import { z } from "zod";
import { blocksSchema, blocksToMarkdown, markdownToBlocks } from "../blocks/index.ts";
import { type Media, mediaSchema, packagedMediaPath } from "../media.ts";
import type { Fields } from "../model/field.ts";
import type { Stored } from "../model/to-stored.ts";
import { mapLeaves } from "../model/walk.ts";

/** Packaged form of a stored entry: rich text as Markdown, files by their path under `media/`. */
export function toPackaged(fields: Fields, stored: Stored): Record<string, unknown> {
  return mapLeaves(fields, stored, (field, value) => {
    if (field.shape.kind === "blocks") return blocksToMarkdown(blocksSchema.parse(value));
    if (field.shape.kind === "media") return packagedMediaPath(mediaSchema.parse(value));
    return value;
  });
}

/** Stored form of a packaged entry; `fileAt` gives the uploaded file of a path. */
export function fromPackaged(
  fields: Fields,
  packaged: Record<string, unknown>,
  fileAt: (path: string) => Media | undefined,
): Stored {
  return mapLeaves(fields, packaged, (field, value) => {
    if (field.shape.kind === "blocks") return emptyAsAbsent(markdownToBlocks(z.string().parse(value)));
    if (field.shape.kind === "media") return fileAt(z.string().parse(value));
    return value === false ? undefined : emptyAsAbsent(value);
  });
}

const emptyAsAbsent = (value: unknown) => (Array.isArray(value) && value.length === 0 ? undefined : value);
