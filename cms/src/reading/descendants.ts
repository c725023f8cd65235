import {
  type Descendant,
  type Descendants,
  type Key,
  keyOf,
  keySchema,
  localeSchema,
  mostDescendants,
  resourceTypes,
  type Stored,
} from "@essaim/content";
import { z } from "zod";
import type { Sql } from "../database.ts";
import type { LiveRow } from "../publication/live.ts";
import { loadCards } from "./cards.ts";
import { thatMention } from "./that-mention.ts";
import { withdrawnSheets } from "./withdrawn-sheets.ts";

const derivedSchema = z.object({
  derivedFrom: z.object({ document: keySchema, version: z.int().optional() }),
  centres: z.array(z.string()).default([]),
});
const titleSchema = z.object({ title: z.string(), slug: z.string(), locale: localeSchema });
const centreSchema = z.object({ uid: z.string(), name: z.string() });

interface Found {
  readonly row: LiveRow;
  readonly key: Key;
  readonly derived: z.infer<typeof derivedSchema>;
}

/** All that was made from a resource and from what was made from it, parents first; a few queries for each generation. */
export async function readDescendants(sql: Sql, of: Key, locale: string): Promise<Descendants> {
  const found = new Map<Key, Found>();
  const withdrawn = new Map<Key, Key>();
  let parents: Key[] = [of];
  while (parents.length > 0 && found.size < mostDescendants) {
    const known = new Set(parents);
    const published = (await thatMention(sql, resourceTypes, parents)).flatMap(({ row, stored }) =>
      childOf(row, stored, known),
    );
    // What claims to come from its own descendants is told once.
    const isNew = ({ key }: { readonly key: Key }) => key !== of && !found.has(key) && !withdrawn.has(key);
    const young = published.filter(isNew);
    const gone = (await withdrawnSheets(sql, parents)).filter(isNew);
    for (const child of young) found.set(child.key, child);
    for (const { key, parent } of gone) withdrawn.set(key, parent);
    parents = [...young, ...gone].map(({ key }) => key);
  }
  const items = await told(sql, [...found.values()].slice(0, mostDescendants), locale);
  return { items, withdrawn: [...withdrawn].slice(0, mostDescendants).map(([key, parent]) => ({ key, parent })) };
}

function childOf(row: LiveRow, stored: Stored, parents: ReadonlySet<Key>): Found[] {
  const derived = derivedSchema.safeParse(stored).data;
  return derived && parents.has(derived.derivedFrom.document) ? [{ row, key: keyOf(row.type, row.uid), derived }] : [];
}

async function told(sql: Sql, found: readonly Found[], locale: string): Promise<Descendant[]> {
  const keys = found.flatMap(({ key, derived }) => [key, ...derived.centres.map((uid) => keyOf("centre", uid))]);
  const cards = await loadCards(sql, keys, locale);
  return found.flatMap(({ row, key, derived }) => {
    const card = titleSchema.safeParse(cards.get(key)).data;
    if (!card) return [];
    const centres = derived.centres.flatMap(
      (uid) => centreSchema.safeParse(cards.get(keyOf("centre", uid))).data ?? [],
    );
    const { document: parent, version = null } = derived.derivedFrom;
    return [{ ...card, key, parent, version, centres, at: row.published_at }];
  });
}
