import { setTimeout as sleep } from "node:timers/promises";
import { type Locale, localeSchema } from "@essaim/content";
import { LRUCache } from "lru-cache";
import type { Meilisearch } from "meilisearch";
import { z } from "zod";
import { indexName } from "../indexes/names.ts";
import { bytesOf, type DocumentVector, vectorOf } from "../ranking/document-vector.ts";
import { type RankedTexts, rankedFields } from "../ranking/ranked-texts.ts";
import type { Statistics } from "../ranking/statistics.ts";
import { type DocumentState, nameOf } from "./document-state.ts";

type Lengths = Statistics["lengths"];

/** Vectors made with the same mean lengths, by state of their documents. */
interface Shelf {
  readonly lengths: Lengths;
  readonly vectors: LRUCache<string, DocumentVector>;
}

const textSchema = z.object({
  ...{ id: z.string(), fingerprint: z.string(), locale: localeSchema },
  ...{ title: z.string(), summary: z.string(), headings: z.string(), names: z.string(), text: z.string() },
});
type Text = DocumentState & RankedTexts & { readonly locale: Locale };

const fields = Object.keys(textSchema.shape);
/** Of each language: about thirteen thousand sheets of five hundred words. */
const mostBytes = 96 * 1024 ** 2;
/** Documents that a search waits for at most; the others come in their own time. */
const mostAwaited = 200;
/** Documents read in one go beside searches, and the pause after each. */
const filling = { documents: 20, pauseMs: 15 } as const;

/** Vectors of all documents, so that each search ranks all that answer: some kilobytes each, kept by state, so that none is ever stale. */
export class KeptVectors {
  readonly #engine: Meilisearch;
  readonly #shelves = new Map<Locale, Shelf>();
  readonly #filling = new Set<Locale>();

  constructor(engine: Meilisearch) {
    this.#engine = engine;
  }

  /** Vectors by state, of those that are still there and at hand. */
  async of(states: readonly DocumentState[], statistics: Statistics): Promise<Map<DocumentState, DocumentVector>> {
    const { locale } = statistics;
    const shelf = this.#shelf(statistics);
    const found = new Map<DocumentState, DocumentVector>();
    const missing = new Map<string, DocumentState>();
    for (const state of states) {
      const vector = shelf.vectors.get(nameOf(state));
      if (vector) found.set(state, vector);
      else if (missing.size < mostAwaited) missing.set(state.id, state);
    }
    if (missing.size === 0) return found;
    const filter = `id IN [${[...missing.keys()].map((id) => JSON.stringify(id)).join(", ")}]`;
    for (const text of await this.#texts(locale, { filter, limit: missing.size })) {
      const state = missing.get(text.id);
      if (state) found.set(state, keep(shelf, text));
    }
    return found;
  }

  /** The shelf in use; where mean lengths have moved, another one is filled meanwhile. */
  #shelf({ locale, lengths }: Statistics): Shelf {
    const shelf = this.#shelves.get(locale) ?? emptyShelf(lengths);
    if (!this.#shelves.has(locale)) {
      this.#shelves.set(locale, shelf);
      void this.#fill(locale, shelf);
    } else if (!this.#filling.has(locale) && rankedFields.some((field) => shelf.lengths[field] !== lengths[field]))
      void this.#fill(locale, emptyShelf(lengths));
    return shelf;
  }

  async #fill(locale: Locale, shelf: Shelf): Promise<void> {
    this.#filling.add(locale);
    try {
      for (let offset = 0, read = 1; read > 0; offset += read) {
        const texts = await this.#texts(locale, { limit: filling.documents, offset });
        for (const text of texts) keep(shelf, text);
        read = texts.length;
        await sleep(filling.pauseMs, undefined, { ref: false });
      }
    } catch {
      // What is missing is read when a search needs it.
    }
    this.#shelves.set(locale, shelf);
    this.#filling.delete(locale);
  }

  async #texts(locale: Locale, query: { filter?: string; limit: number; offset?: number }): Promise<readonly Text[]> {
    const { results } = await this.#engine.index(indexName(locale)).getDocuments({ ...query, fields });
    return z.array(textSchema).parse(results);
  }
}

const emptyShelf = (lengths: Lengths): Shelf => ({
  lengths,
  vectors: new LRUCache({ maxSize: mostBytes, sizeCalculation: bytesOf }),
});

/** The vector of a document’s present state, made unless it is there. */
function keep({ vectors, lengths }: Shelf, text: Text): DocumentVector {
  const known = vectors.get(nameOf(text));
  if (known) return known;
  const vector = vectorOf(text, text.locale, lengths);
  vectors.set(nameOf(text), vector);
  return vector;
}
