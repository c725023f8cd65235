import { localeSchema } from "@essaim/content";
import { LRUCache } from "lru-cache";
import type { Meilisearch } from "meilisearch";
import { z } from "zod";
import { searchableTypes } from "../document/search-document.ts";
import { indexName } from "../indexes/names.ts";
import { bytesOf, type DocumentVector, vectorOf } from "../ranking/document-vector.ts";
import { rankedFields } from "../ranking/ranked-texts.ts";
import type { Statistics } from "../ranking/statistics.ts";

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
/** Which state of which document is meant. */
export type DocumentState = Pick<IndexedDocument, "id" | "fingerprint">;

const fields = Object.keys(documentSchema.shape);
const mostBytes = { vectors: 96 * 1024 ** 2, documents: 32 * 1024 ** 2 };

/** Documents and their vectors, by state: what has not changed is not read again, and what has can’t be mistaken for it. */
export class KeptDocuments {
  readonly #engine: Meilisearch;
  readonly #vectors = new LRUCache<string, DocumentVector>({ maxSize: mostBytes.vectors, sizeCalculation: bytesOf });
  readonly #documents = new LRUCache<string, IndexedDocument>({
    maxSize: mostBytes.documents,
    sizeCalculation: ({ title, summary, headings, names, text }) =>
      2 * (title.length + summary.length + headings.length + names.length + text.length) + 500,
  });

  constructor(engine: Meilisearch) {
    this.#engine = engine;
  }

  /** Vectors by id, of those that are still there. */
  async vectors(states: readonly DocumentState[], statistics: Statistics): Promise<Map<string, DocumentVector>> {
    const suffix = `${statistics.locale} ${rankedFields.map((field) => statistics.lengths[field]).join(" ")}`;
    const found = new Map<string, DocumentVector>();
    const missing: DocumentState[] = [];
    for (const state of states) {
      const vector = this.#vectors.get(`${nameOf(state)} ${suffix}`);
      if (vector) found.set(state.id, vector);
      else missing.push(state);
    }
    for (const [id, document] of await this.documents(missing, statistics)) {
      const vector = vectorOf(document, document.locale, statistics.lengths);
      this.#vectors.set(`${nameOf(document)} ${suffix}`, vector);
      found.set(id, vector);
    }
    return found;
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

const nameOf = ({ id, fingerprint }: DocumentState): string => `${id} ${fingerprint}`;
