import { type Key, keyOf, type Locale, resourceTypes, uidSchema } from "@essaim/content";
import type { Meilisearch } from "meilisearch";
import { z } from "zod";
import { type Adopters, type DocumentRef, indexLocalesOf, project } from "../document/project.ts";
import { type SearchDocument, searchIdOf } from "../document/search-document.ts";
import { type Edition, indexName } from "../indexes/names.ts";
import { settle } from "../indexes/settle.ts";
import type { CmsReader } from "./cms-reader.ts";
import { KnownEntries } from "./dependents.ts";
import type { Log } from "./log.ts";

/** What following the feed works with. */
export interface Workshop {
  readonly engine: Meilisearch;
  readonly cms: CmsReader;
  readonly log: Log;
}

/** Documents fetched and written at once: full sheets weigh some tens of kilobytes. */
const batchSize = 200;

/** Which indexes to write, and what they are known to hold. */
export interface WriteOptions {
  readonly edition?: Edition;
  readonly known?: KnownEntries;
}

/**
 * Makes the indexes hold what the CMS publishes now of these documents, and nothing where it publishes nothing.
 * Returns those that break the contract: they are left out.
 */
export async function writeDocuments(
  workshop: Workshop,
  refs: readonly DocumentRef[],
  { edition = "live", known = new KnownEntries() }: WriteOptions = {},
): Promise<readonly DocumentRef[]> {
  const tasks: number[] = [];
  const refused: DocumentRef[] = [];
  for (let start = 0; start < refs.length; start += batchSize) {
    const part = refs.slice(start, start + batchSize);
    const batch = new Batch(known);
    const items = await workshop.cms.batch(part);
    const adopters = await workshop.cms.adopters(keysOf(items));
    refused.push(...collect(batch, part, items, { adopters, log: workshop.log }));
    tasks.push(...(await batch.send(workshop.engine, edition)));
  }
  await settle(workshop.engine, tasks);
  return refused;
}

const keyedSchema = z.object({ type: z.enum(resourceTypes), uid: uidSchema });

/** Keys of the documents that centres can take up; what breaks the contract is refused later. */
export const keysOf = (items: readonly unknown[]): Key[] => [
  ...new Set(
    items.map((item) => keyedSchema.safeParse(item).data).flatMap((one) => (one ? keyOf(one.type, one.uid) : [])),
  ),
];

function collect(
  batch: Batch,
  refs: readonly DocumentRef[],
  items: readonly unknown[],
  { adopters, log }: { readonly adopters: Adopters; readonly log: Log },
): DocumentRef[] {
  return refs.filter((ref, position) => {
    const raw = items[position] ?? null;
    const projection = raw === null ? undefined : project(ref, raw, adopters);
    if (projection?.ok) batch.add(projection.documents);
    else batch.remove(ref);
    if (projection === undefined || projection.ok) return false;
    log("document-refused", { ...projection.refusal });
    return true;
  });
}

/** What one batch does to each index: at most one addition and one deletion, in the order in which the languages first came. */
class Batch {
  readonly #known: KnownEntries;
  readonly #work = new Map<Locale, { readonly added: SearchDocument[]; readonly removed: string[] }>();

  constructor(known: KnownEntries) {
    this.#known = known;
  }

  add(documents: readonly SearchDocument[]): void {
    for (const document of documents) {
      if (!this.#known.holds(document)) this.#in(document.locale).added.push(document);
    }
  }

  remove(ref: DocumentRef): void {
    for (const locale of indexLocalesOf(ref)) this.#in(locale).removed.push(searchIdOf(ref.type, ref.documentId));
  }

  async send(engine: Meilisearch, edition: Edition): Promise<number[]> {
    const tasks: number[] = [];
    for (const [locale, { added, removed }] of this.#work) {
      const index = engine.index<SearchDocument>(indexName(locale, edition));
      if (added.length > 0) tasks.push((await index.addDocuments(added, { primaryKey: "id" })).taskUid);
      // Nothing is to be taken out of an index that is being built.
      if (removed.length > 0 && edition === "live") tasks.push((await index.deleteDocuments(removed)).taskUid);
    }
    return tasks;
  }

  #in(locale: Locale) {
    const work = this.#work.get(locale) ?? { added: [], removed: [] };
    this.#work.set(locale, work);
    return work;
  }
}
