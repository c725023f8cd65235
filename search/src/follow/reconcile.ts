import { contentType, type Locale, locales } from "@essaim/content";
import type { Meilisearch } from "meilisearch";
import { z } from "zod";
import { type DocumentRef, refOf } from "../document/project.ts";
import { searchableTypes } from "../document/search-document.ts";
import { readCursor } from "../indexes/cursor.ts";
import { indexName } from "../indexes/names.ts";
import { distinct } from "./apply-changes.ts";
import type { CmsReader } from "./cms-reader.ts";
import { type Workshop, writeDocuments } from "./write-documents.ts";

/** What a comparison of CMS and indexes came to, in documents. */
export interface Reconciliation {
  readonly checked: number;
  readonly mended: number;
  /** They break the contract. */
  readonly refused: number;
  /** After mending: they changed meanwhile, or can't be mended. */
  readonly differing: number;
}

/** Compares what is published with what is in the indexes and mends differences, twice when documents changed meanwhile. */
export async function reconcile(workshop: Workshop): Promise<Reconciliation> {
  if ((await readCursor(workshop.engine)) === null)
    throw new Error("The indexes were never built: start the portal, which builds them.");
  const first = await compare(workshop);
  const refused = new Set((await writeDocuments(workshop, first.differing)).map(nameOf));
  const second = first.differing.length > 0 ? await compare(workshop) : first;
  // What was written while an editor published may be older than what the follower wrote before: look again, and write again.
  const left = second.differing.filter((ref) => !refused.has(nameOf(ref)));
  await writeDocuments(workshop, left);
  const last = left.length > 0 ? await compare(workshop) : second;
  const differing = last.differing.filter((ref) => !refused.has(nameOf(ref))).length;
  const mended = first.differing.length - refused.size - differing;
  return { checked: first.checked, mended: Math.max(0, mended), refused: refused.size, differing };
}

const nameOf = ({ type, documentId, locale }: DocumentRef): string => `${type}/${documentId}/${locale}`;

interface Comparison {
  readonly checked: number;
  readonly differing: readonly DocumentRef[];
}

/** An entry's etag by its reference. */
type Entries = Map<string, { readonly ref: DocumentRef; readonly etag: string }>;

async function compare({ engine, cms }: Workshop): Promise<Comparison> {
  let checked = 0;
  const differing: DocumentRef[] = [];
  for (const locale of locales) {
    const published = await publishedIn(cms, locale);
    const indexed = await indexedIn(engine, locale);
    checked += published.size;
    const names = new Set([...published.keys(), ...indexed.keys()]);
    for (const name of names) {
      const [there, here] = [published.get(name), indexed.get(name)];
      const ref = there?.ref ?? here?.ref;
      if (ref && there?.etag !== here?.etag) differing.push(ref);
    }
  }
  return { checked, differing: distinct(differing) };
}

async function publishedIn(cms: CmsReader, locale: Locale): Promise<Entries> {
  const entries: Entries = new Map();
  for (const type of searchableTypes) {
    for await (const page of cms.list(type, locale)) {
      for (const { documentId, etag, ...listed } of page) {
        const ref = refOf(type, documentId, locale);
        if (!contentType(type).localized || listed.locale === locale) entries.set(nameOf(ref), { ref, etag });
      }
    }
  }
  return entries;
}

const indexedSchema = z.array(z.object({ type: z.enum(searchableTypes), documentId: z.string(), etag: z.string() }));
const pageSize = 1000;

async function indexedIn(engine: Meilisearch, locale: Locale): Promise<Entries> {
  const entries: Entries = new Map();
  const index = engine.index(indexName(locale));
  for (let offset = 0; ; offset += pageSize) {
    const { results, total } = await index.getDocuments({
      fields: ["type", "documentId", "etag"],
      limit: pageSize,
      offset,
    });
    for (const { type, documentId, etag } of indexedSchema.parse(results)) {
      const ref = refOf(type, documentId, locale);
      entries.set(nameOf(ref), { ref, etag });
    }
    if (offset + results.length >= total || results.length === 0) return entries;
  }
}
