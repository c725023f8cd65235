import { type Fields, mapLeaves, mediaSchema, referencesOf, type Stored, toInput } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { linksTo } from "../package/known-documents.ts";
import { filesByHash } from "../package/stored-files.ts";

/** The Document Service's input for these fields of a sheet; what it refers to or shows and isn’t there any more is left out. */
export async function sheetInput(
  strapi: Core.Strapi,
  fields: Fields,
  stored: Stored,
  locale: string,
): Promise<Record<string, unknown>> {
  const hashes: string[] = [];
  mapLeaves(fields, stored, ({ shape }, value) => {
    if (shape.kind === "media") hashes.push(mediaSchema.parse(value).hash);
  });
  const files = await filesByHash(strapi, hashes);
  const links = await linksTo(strapi, referencesOf(fields, stored), locale);
  return toInput(fields, stored, { document: (key) => links.get(key), file: (hash) => files.get(hash)?.id });
}
