import { type Change, type Key, keyOf, keySchema, type Locale, locales, resourceTypes } from "@essaim/content";
import type { Meilisearch } from "meilisearch";
import { z } from "zod";
import { searchableTypes } from "../document/search-document.ts";
import { indexName } from "../indexes/names.ts";
import { partsOf } from "./parts.ts";
import type { Workshop } from "./write-documents.ts";

const adoptionSchema = z.object({ mentions: z.array(keySchema) });
const entriesSchema = z.array(z.object({ type: z.enum(searchableTypes), uid: z.string(), adoptions: z.int() }));
const isResource = (key: Key): boolean => resourceTypes.some((type) => key.startsWith(`${type}/`));
/** The CMS's own limit, of keys as of documents. */
const mostPerCall = 500;
const entriesPerPage = 1000;

/** Keys of the documents whose number of adoptions may have changed with rows of the feed. */
export async function takenUp(workshop: Workshop, changes: readonly Change[]): Promise<Key[]> {
  const rows = changes.filter(({ type }) => type === "adoption");
  if (rows.length === 0) return [];
  const documentIds = [...new Set(rows.map(({ documentId }) => documentId))];
  const items: unknown[] = [];
  for (const part of partsOf(documentIds, mostPerCall))
    items.push(
      ...(await workshop.cms.batch(part.map((documentId) => ({ type: "adoption", documentId, locale: null })))),
    );
  const present = items.flatMap((item) => adoptionSchema.safeParse(item).data?.mentions.filter(isResource) ?? []);
  // One that is gone, or that was something else before, doesn't say any more of what it was.
  const areAllNew = rows.every(({ version }) => version === 1) && !items.includes(null);
  return areAllNew ? present : [...present, ...(await miscounted(workshop))];
}

/** The documents that are said to be taken up in the indexes, but by another number of centres than the CMS counts. */
async function miscounted({ engine, cms }: Workshop): Promise<Key[]> {
  const found = new Set<Key>();
  for (const locale of locales) {
    const held = await heldCounts(engine, locale);
    for (const part of partsOf([...held.keys()], mostPerCall)) {
      const adopters = await cms.adopters(part);
      for (const key of part) if ((adopters.get(key)?.length ?? 0) !== held.get(key)) found.add(key);
    }
  }
  return [...found];
}

/** The adoptions of an index's entries, the most adopted first, up to those that nobody has taken up. */
async function heldCounts(engine: Meilisearch, locale: Locale): Promise<Map<Key, number>> {
  const held = new Map<Key, number>();
  const index = engine.index(indexName(locale));
  const asked = { fields: ["type", "uid", "adoptions"], sort: ["adoptions:desc"], limit: entriesPerPage };
  for (let offset = 0; ; offset += entriesPerPage) {
    const { results } = await index.getDocuments({ ...asked, offset });
    const taken = entriesSchema.parse(results).filter(({ adoptions }) => adoptions > 0);
    for (const { type, uid, adoptions } of taken) held.set(keyOf(type, uid), adoptions);
    if (taken.length < entriesPerPage) return held;
  }
}
