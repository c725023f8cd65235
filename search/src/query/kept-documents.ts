import { localeSchema } from "@essaim/content";
import { LRUCache } from "lru-cache";
import type { Meilisearch } from "meilisearch";
import { z } from "zod";
import { searchableTypes } from "../document/search-document.ts";
import { indexName } from "../indexes/names.ts";
import type { Statistics } from "../ranking/statistics.ts";
import { type DocumentState, nameOf } from "./document-state.ts";

const documentSchema = z.object({
  id: z.string(),
  fingerprint: z.string(),
  type: z.enum(searchableTypes),
  documentId: z.string(),
  uid: z.string(),
  slug: z.string(),
  locale: localeSchema,
  title: z.string(),
  summary: z.string(),
  headings: z.string(),
  names: z.string(),
  text: z.string(),
  isExample: z.boolean(),
  maturity: z.string().nullable(),
});

/** A document as the index keeps it, as far as searches need it. */
export type IndexedDocument = z.infer<typeof documentSchema>;

const fields = Object.keys(documentSchema.shape);
const mostBytes = 32 * 1024 ** 2;

/** Documents shown last, by state: what has not changed is not read again, and what has can’t be mistaken for it. */
export class KeptDocuments {
  readonly #engine: Meilisearch;
  readonly #documents = new LRUCache<string, IndexedDocument>({
    maxSize: mostBytes,
    sizeCalculation: ({ title, summary, headings, names, text }) =>
      2 * (title.length + summary.length + headings.length + names.length + text.length) + 500,
  });

  constructor(engine: Meilisearch) {
    this.#engine = engine;
  }

  /** Documents by id, of those that are still there. */
  async documents(
    states: readonly DocumentState[],
    { locale }: Pick<Statistics, "locale">,
  ): Promise<Map<string, IndexedDocument>> {
    const found = new Map<string, IndexedDocument>();
    const missing: string[] = [];
    for (const state of states) {
      const document = this.#documents.get(`${locale} ${nameOf(state)}`);
      if (document) found.set(state.id, document);
      else missing.push(state.id);
    }
    if (missing.length === 0) return found;
    const filter = `id IN [${missing.map((id) => JSON.stringify(id)).join(", ")}]`;
    const { results } = await this.#engine
      .index(indexName(locale))
      .getDocuments({ filter, fields, limit: missing.length });
    for (const document of z.array(documentSchema).parse(results)) {
      this.#documents.set(`${locale} ${nameOf(document)}`, document);
      found.set(document.id, document);
    }
    return found;
  }
}
