import { localeSchema } from "@essaim/content";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import { searchableTypes } from "../document/search-document.ts";
import { indexName } from "../indexes/names.ts";
import type { Statistics } from "../ranking/statistics.ts";
import type { EngineCall } from "./engine-calls.ts";
import type { DocumentState } from "./engine-search.ts";

const documentSchema = z.object({
  state: z.string(),
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
  // Until the index is built anew, it holds documents of before these.
  by: z.string().default(""),
  isAdaptation: z.boolean().default(false),
  maturity: z.string().nullable(),
});

const documentsSchema = z.object({ results: z.array(documentSchema) });

/** A document as the index keeps it, as far as searches need it. */
export type IndexedDocument = z.infer<typeof documentSchema>;

const fields = Object.keys(documentSchema.shape);
const mostBytes = 32 * 1024 ** 2;

/** Documents shown last, by state: what has not changed is not read again, and what has can’t be mistaken for it. */
export class KeptDocuments {
  readonly #call: EngineCall;
  readonly #documents = new LRUCache<DocumentState, IndexedDocument>({
    maxSize: mostBytes,
    sizeCalculation: ({ title, summary, headings, names, text }) =>
      2 * (title.length + summary.length + headings.length + names.length + text.length) + 500,
  });

  constructor(call: EngineCall) {
    this.#call = call;
  }

  /** Documents by state, of those that are still there. */
  async documents(
    states: readonly DocumentState[],
    { locale }: Pick<Statistics, "locale">,
  ): Promise<Map<DocumentState, IndexedDocument>> {
    const found = new Map<DocumentState, IndexedDocument>();
    const missing: DocumentState[] = [];
    for (const state of states) {
      const document = this.#documents.get(state);
      if (document) found.set(state, document);
      else missing.push(state);
    }
    if (missing.length === 0) return found;
    const filter = `state IN [${missing.map((state) => JSON.stringify(state)).join(", ")}]`;
    const body = { filter, fields, limit: missing.length };
    const { results } = documentsSchema.parse(await this.#call(`/indexes/${indexName(locale)}/documents/fetch`, body));
    for (const document of results) {
      this.#documents.set(document.state, document);
      found.set(document.state, document);
    }
    return found;
  }
}
