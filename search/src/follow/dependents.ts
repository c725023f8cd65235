import { type Change, contentType, type Key, keyOf, type Locale, locales } from "@essaim/content";
import type { Meilisearch } from "meilisearch";
import { z } from "zod";
import { type DocumentRef, refOf } from "../document/project.ts";
import { isSearchable, searchableTypes, searchIdOf } from "../document/search-document.ts";
import { describingTypes } from "../document/texts.ts";
import { indexName } from "../indexes/names.ts";
import { partsOf } from "./parts.ts";

/** Entries of the indexes by language and id, as far as they were looked at. */
export class KnownEntries {
  readonly #fingerprints = new Map<string, string>();

  note(locale: Locale, id: string, fingerprint: string): void {
    this.#fingerprints.set(`${locale} ${id}`, fingerprint);
  }

  /** Whether an index holds exactly this already. */
  holds({ locale, id, fingerprint }: { locale: Locale; id: string; fingerprint: string }): boolean {
    return this.#fingerprints.get(`${locale} ${id}`) === fingerprint;
  }
}

/** What the indexes hold of things that changed. */
export interface Dependents {
  readonly refs: readonly DocumentRef[];
  readonly known: KnownEntries;
}

const entrySchema = z.object({
  type: z.enum(searchableTypes),
  documentId: z.string(),
  fingerprint: z.string(),
});
const pageSize = 1000;
const namesPerQuery = 500;

/**
 * The entries that changes may touch, `taken` being documents whose adoptions changed: documents in which the name of what changed is written, and all languages of a document, for they
 * share facts. Only what the indexes hold: a document that is new is named by its own change.
 */
export async function dependentsOf(
  engine: Meilisearch,
  changes: readonly Change[],
  taken: readonly Key[] = [],
): Promise<Dependents> {
  const keys = changes.filter(({ type }) => describingTypes.has(type)).map(({ type, uid }) => keyOf(type, uid));
  const ids = changes
    .filter(({ type }) => isSearchable(type) && contentType(type).localized)
    .map(({ documentId }) => documentId);
  const filters = [...filtersOf("mentions", [...keys, ...taken]), ...filtersOf("documentId", ids)];
  const refs: DocumentRef[] = [];
  const known = new KnownEntries();
  const look = async (locale: Locale, filter: string) => {
    for await (const { type, documentId, fingerprint } of entriesIn(engine, locale, filter)) {
      refs.push(refOf(type, documentId, locale));
      known.note(locale, searchIdOf(type, documentId), fingerprint);
    }
  };
  await Promise.all(locales.flatMap((locale) => filters.map((filter) => look(locale, filter))));
  return { refs, known };
}

function filtersOf(field: string, values: readonly string[]): string[] {
  return partsOf([...new Set(values)], namesPerQuery).map(
    (part) => `${field} IN [${part.map((value) => JSON.stringify(value)).join(", ")}]`,
  );
}

/** All entries of an index, or those that a filter keeps. */
export async function* entriesIn(engine: Meilisearch, locale: Locale, filter?: string) {
  const index = engine.index(indexName(locale));
  const fields = Object.keys(entrySchema.shape);
  for (let offset = 0; ; offset += pageSize) {
    const { results, total } = await index.getDocuments({ ...(filter && { filter }), fields, limit: pageSize, offset });
    yield* z.array(entrySchema).parse(results);
    if (results.length === 0 || offset + results.length >= total) return;
  }
}
