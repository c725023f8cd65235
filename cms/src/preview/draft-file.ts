import { mediaSchema, type UntypedDocument } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { filesByHash } from "../package/stored-files.ts";
import { type OpenedFile, openStoredFile } from "../reading/media.ts";

/** Hashes of the files that a draft shows to whoever sees it: what is private in it isn’t in its document any more. */
function hashesIn(value: unknown): string[] {
  const media = mediaSchema.safeParse(value);
  if (media.success) return [media.data.hash];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(hashesIn) : [];
}

/** The bytes of a file that a draft shows, or of one of its copies, by its name on the site; undefined for any other file. */
export async function openDraftFile(
  strapi: Core.Strapi,
  draft: UntypedDocument,
  name: string,
): Promise<OpenedFile | undefined> {
  const hash = hashesIn(draft.data).find((one) => name.startsWith(one));
  const file = hash && (await filesByHash(strapi, [hash])).get(hash);
  return file ? openStoredFile(file, name) : undefined;
}
