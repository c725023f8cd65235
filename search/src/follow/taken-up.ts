import { type Change, type Key, keyOf, keySchema, locales, resourceTypes } from "@essaim/content";
import { z } from "zod";
import { entriesIn } from "./dependents.ts";
import type { Workshop } from "./write-documents.ts";

const adoptionSchema = z.object({ mentions: z.array(keySchema) });
const isResource = (key: Key): boolean => resourceTypes.some((type) => key.startsWith(`${type}/`));
const keysPerCall = 500;

/** Keys of the documents whose number of adoptions may have changed with rows of the feed. */
export async function takenUp(workshop: Workshop, changes: readonly Change[]): Promise<Key[]> {
  const rows = changes.filter(({ type }) => type === "adoption");
  if (rows.length === 0) return [];
  const refs = [...new Set(rows.map(({ documentId }) => documentId))];
  const items = await workshop.cms.batch(refs.map((documentId) => ({ type: "adoption", documentId, locale: null })));
  // An adoption that is gone doesn't say any more of what it was.
  if (items.includes(null)) return await miscounted(workshop);
  return items.flatMap((item) => adoptionSchema.safeParse(item).data?.mentions.filter(isResource) ?? []);
}

/** The documents whose entries hold another number of adoptions than the CMS counts. */
async function miscounted({ engine, cms }: Workshop): Promise<Key[]> {
  const found = new Set<Key>();
  for (const locale of locales) {
    const held = new Map<Key, number>();
    for await (const { type, uid, adoptions } of entriesIn(engine, locale)) {
      const key = keyOf(type, uid);
      if (isResource(key)) held.set(key, adoptions);
    }
    const keys = [...held.keys()];
    for (let start = 0; start < keys.length; start += keysPerCall) {
      const part = keys.slice(start, start + keysPerCall);
      const counts = await cms.adoptions(part);
      for (const key of part) if ((counts.get(key) ?? 0) !== held.get(key)) found.add(key);
    }
  }
  return [...found];
}
