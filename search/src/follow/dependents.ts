import { type Key, type Locale, locales } from "@essaim/content";
import type { Meilisearch } from "meilisearch";
import { z } from "zod";
import { type DocumentRef, refOf } from "../document/project.ts";
import { searchableTypes } from "../document/search-document.ts";
import { indexName } from "../indexes/names.ts";

const entrySchema = z.object({ type: z.enum(searchableTypes), documentId: z.string() });

const pageSize = 1000;
const keysPerQuery = 500;

/** The documents in the indexes that show or refer to one of these keys: what changed there changes what is written in them. */
export async function dependentsOf(engine: Meilisearch, keys: readonly Key[]): Promise<DocumentRef[]> {
  const parts = Array.from({ length: Math.ceil(keys.length / keysPerQuery) }, (_, part) =>
    keys.slice(part * keysPerQuery, (part + 1) * keysPerQuery),
  );
  const searches = locales.flatMap((locale) => parts.map((part) => dependentsIn(engine, locale, part)));
  return (await Promise.all(searches)).flat();
}

async function dependentsIn(engine: Meilisearch, locale: Locale, keys: readonly Key[]): Promise<DocumentRef[]> {
  const filter = `mentions IN [${keys.map((key) => JSON.stringify(key)).join(", ")}]`;
  const found: DocumentRef[] = [];
  for (;;) {
    const { results, total } = await engine
      .index(indexName(locale))
      .getDocuments({ filter, fields: ["type", "documentId"], limit: pageSize, offset: found.length });
    for (const entry of z.array(entrySchema).parse(results)) found.push(refOf(entry.type, entry.documentId, locale));
    if (results.length === 0 || found.length >= total) return found;
  }
}
