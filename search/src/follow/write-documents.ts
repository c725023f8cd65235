import { type Locale, locales } from "@essaim/content";
import type { Meilisearch } from "meilisearch";
import { type DocumentRef, indexLocalesOf, project } from "../document/project.ts";
import { type SearchDocument, searchIdOf } from "../document/search-document.ts";
import { type Edition, indexName } from "../indexes/names.ts";
import { settle } from "../indexes/settle.ts";
import type { CmsReader } from "./cms-reader.ts";
import type { Log } from "./log.ts";

/** What following the feed works with. */
export interface Workshop {
  readonly engine: Meilisearch;
  readonly cms: CmsReader;
  readonly log: Log;
}

/** Documents fetched and written at once: full sheets weigh some tens of kilobytes. */
const batchSize = 200;

/**
 * Makes the indexes hold what the CMS publishes now of these documents, and nothing where it publishes nothing.
 * Returns those that break the contract: they are left out.
 */
export async function writeDocuments(
  workshop: Workshop,
  refs: readonly DocumentRef[],
  edition: Edition = "live",
): Promise<readonly DocumentRef[]> {
  const tasks: number[] = [];
  const refused: DocumentRef[] = [];
  for (let start = 0; start < refs.length; start += batchSize) {
    const part = refs.slice(start, start + batchSize);
    const batch = new Batch();
    refused.push(...collect(batch, part, await workshop.cms.batch(part), workshop.log));
    tasks.push(...(await batch.send(workshop.engine, edition)));
  }
  await settle(workshop.engine, tasks);
  return refused;
}

function collect(batch: Batch, refs: readonly DocumentRef[], items: readonly unknown[], log: Log): DocumentRef[] {
  return refs.filter((ref, position) => {
    const raw = items[position] ?? null;
    const projection = raw === null ? undefined : project(ref, raw);
    if (projection?.ok) batch.add(projection.documents);
    else batch.remove(ref);
    if (projection === undefined || projection.ok) return false;
    log("document-refused", { ...projection.refusal });
    return true;
  });
}

/** What one batch does to each index: at most one addition and one deletion. */
class Batch {
  readonly #added = new Map<Locale, SearchDocument[]>();
  readonly #removed = new Map<Locale, string[]>();

  add(documents: readonly SearchDocument[]): void {
    for (const document of documents) append(this.#added, document.locale, document);
  }

  remove(ref: DocumentRef): void {
    for (const locale of indexLocalesOf(ref)) append(this.#removed, locale, searchIdOf(ref.type, ref.documentId));
  }

  async send(engine: Meilisearch, edition: Edition): Promise<number[]> {
    const sent = locales.flatMap((locale) => {
      const index = engine.index<SearchDocument>(indexName(locale, edition));
      const added = this.#added.get(locale);
      // Nothing is to be taken out of an index that is being built.
      const removed = edition === "live" ? this.#removed.get(locale) : undefined;
      return [added && index.addDocuments(added, { primaryKey: "id" }), removed && index.deleteDocuments(removed)];
    });
    const tasks = await Promise.all(sent);
    return tasks.flatMap((task) => (task ? [task.taskUid] : []));
  }
}

function append<T>(lists: Map<Locale, T[]>, locale: Locale, value: T): void {
  const list = lists.get(locale);
  if (list) list.push(value);
  else lists.set(locale, [value]);
}
