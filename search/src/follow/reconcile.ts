import { type Locale, locales } from "@essaim/content";
import type { Meilisearch } from "meilisearch";
import { type DocumentRef, project, refOf } from "../document/project.ts";
import { searchableTypes } from "../document/search-document.ts";
import { readCursor } from "../indexes/cursor.ts";
import { distinct } from "./apply-changes.ts";
import type { CmsReader } from "./cms-reader.ts";
import { entriesIn } from "./dependents.ts";
import { keysOf, type Workshop, writeDocuments } from "./write-documents.ts";

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

/** An entry's fingerprint by its reference; undefined for a document that breaks the contract and isn't expected in the index. */
type Entries = Map<string, { readonly ref: DocumentRef; readonly fingerprint: string | undefined }>;

async function compare({ engine, cms }: Workshop): Promise<Comparison> {
  let checked = 0;
  const differing: DocumentRef[] = [];
  for (const locale of locales) {
    const published = await publishedIn(cms, locale);
    const indexed = await indexedIn(engine, locale);
    checked += published.size;
    for (const name of new Set([...published.keys(), ...indexed.keys()])) {
      const [there, here] = [published.get(name), indexed.get(name)];
      const ref = there?.ref ?? here?.ref;
      const broken = there !== undefined && there.fingerprint === undefined;
      if (ref && (broken || there?.fingerprint !== here?.fingerprint)) differing.push(ref);
    }
  }
  return { checked, differing: distinct(differing) };
}

async function publishedIn(cms: CmsReader, locale: Locale): Promise<Entries> {
  const entries: Entries = new Map();
  for (const type of searchableTypes) {
    for await (const page of cms.list(type, locale)) {
      const adopters = await cms.adopters(keysOf(page));
      for (const raw of page) {
        const ref = refOf(type, raw.documentId, locale);
        if (raw.locale !== ref.locale) continue;
        const projection = project(ref, raw, adopters);
        const document = projection.ok ? projection.documents.find((one) => one.locale === locale) : undefined;
        entries.set(nameOf(ref), { ref, fingerprint: document?.fingerprint });
      }
    }
  }
  return entries;
}

async function indexedIn(engine: Meilisearch, locale: Locale): Promise<Entries> {
  const entries: Entries = new Map();
  for await (const { type, documentId, fingerprint } of entriesIn(engine, locale)) {
    const ref = refOf(type, documentId, locale);
    entries.set(nameOf(ref), { ref, fingerprint });
  }
  return entries;
}
