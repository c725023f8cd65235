import {
  type ContentType,
  type Key,
  keyOf,
  keySchema,
  type Links,
  mapLeaves,
  referencesOf,
  type Stored,
} from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { RequestError } from "../request-error.ts";
import { linksTo } from "./known-documents.ts";
import type { StoredFile } from "./stored-files.ts";

/** Looks up all that an entry links to; a reference that leads nowhere refuses it, with its field. */
export async function preparedLinks(
  strapi: Core.Strapi,
  type: ContentType,
  stored: Stored,
  { locale, line, files }: { locale: string | undefined; line: number; files: ReadonlyMap<string, StoredFile> },
): Promise<Links> {
  const keys = referencesOf(type.fields, stored);
  const links = await linksTo(strapi, keys, locale);
  const missing = keys.find((key) => !links.has(key));
  if (missing) {
    const field = `data.${fieldNaming(type, stored, missing)}`;
    throw new RequestError(422, "dangling-reference", `refers to ${missing}, which is not in the portal`, {
      line,
      field,
    });
  }
  return { document: (key) => links.get(key), file: (hash) => files.get(hash)?.id };
}

function fieldNaming(type: ContentType, stored: Stored, key: Key): string {
  let found = "";
  mapLeaves(type.fields, stored, ({ shape }, value, path) => {
    if (shape.kind !== "reference") return;
    const [target] = shape.targets;
    const written = (Array.isArray(value) ? value : [value]).map(String);
    const named = written.map((one) =>
      shape.targets.length === 1 && target ? keyOf(target, one) : keySchema.parse(one),
    );
    if (named.includes(key)) found = path;
  });
  return found;
}
