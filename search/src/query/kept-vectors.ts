import { setTimeout as sleep } from "node:timers/promises";
import { type Locale, localeSchema } from "@essaim/content";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import { indexName } from "../indexes/names.ts";
import { bytesOf, type DocumentVector, vectorOf } from "../ranking/document-vector.ts";
import { type RankedTexts, rankedFields } from "../ranking/ranked-texts.ts";
import type { Statistics } from "../ranking/statistics.ts";
import type { EngineCall } from "./engine-calls.ts";
import type { DocumentState } from "./engine-search.ts";
import { VectorSample } from "./vector-sample.ts";

type Lengths = Statistics["lengths"];

/** Vectors made with the same mean lengths, by state of their documents. */
interface Shelf {
  readonly lengths: Lengths;
  readonly vectors: LRUCache<DocumentState, DocumentVector>;
  /** Some of the vectors, and how many there were when they were taken. */
  sample: { readonly of: number; readonly taken: VectorSample };
}

const textSchema = z.object({
  ...{ state: z.string(), locale: localeSchema },
  ...{ title: z.string(), summary: z.string(), headings: z.string(), names: z.string(), text: z.string() },
});
type Text = RankedTexts & { readonly state: DocumentState; readonly locale: Locale };

const textsSchema = z.object({ results: z.array(textSchema) });

const fields = Object.keys(textSchema.shape);
/** Of each language: about ten thousand sheets of five hundred words. */
const mostBytes = 96 * 1024 ** 2;
/** Documents that a search waits for at most; the others come in their own time. */
const mostAwaited = 200;
/** Vectors in a sample, about; it is taken anew when the shelf has grown or shrunk by this part. */
const sampling = { vectors: 400, change: 0.1 } as const;
/** Documents read in one go beside searches, and the pause after each. */
const filling = { documents: 20, pauseMs: 15 } as const;

/** Vectors of all documents, so that each search ranks all that answer: some kilobytes each, kept by state, so that none is ever stale. */
export class KeptVectors {
  readonly #call: EngineCall;
  readonly #shelves = new Map<Locale, Shelf>();
  readonly #filling = new Set<Locale>();

  constructor(call: EngineCall) {
    this.#call = call;
  }

  /** Vectors by state, of those that are still there and at hand. */
  async of(states: readonly DocumentState[], statistics: Statistics): Promise<Map<DocumentState, DocumentVector>> {
    const { locale } = statistics;
    const shelf = this.#shelf(statistics);
    const found = new Map<DocumentState, DocumentVector>();
    const missing: DocumentState[] = [];
    for (const state of states) {
      const vector = shelf.vectors.get(state);
      if (vector) found.set(state, vector);
      else if (missing.length < mostAwaited) missing.push(state);
    }
    if (missing.length === 0) return found;
    const filter = `state IN [${missing.map((state) => JSON.stringify(state)).join(", ")}]`;
    for (const text of await this.#texts(locale, { filter, limit: missing.length }))
      found.set(text.state, keep(shelf, text));
    return found;
  }

  /** Vectors of some of the documents, taken evenly from those at hand. */
  sample(statistics: Statistics): VectorSample {
    const shelf = this.#shelf(statistics);
    const { size } = shelf.vectors;
    if (Math.abs(size - shelf.sample.of) > sampling.change * shelf.sample.of) {
      const step = Math.ceil(size / sampling.vectors);
      const vectors = [...shelf.vectors.values()].filter((_, place) => place % step === 0);
      shelf.sample = { of: size, taken: new VectorSample(vectors) };
    }
    return shelf.sample.taken;
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
    return textsSchema.parse(await this.#call(`/indexes/${indexName(locale)}/documents/fetch`, { ...query, fields }))
      .results;
  }
}

const emptyShelf = (lengths: Lengths): Shelf => ({
  lengths,
  vectors: new LRUCache({ maxSize: mostBytes, sizeCalculation: bytesOf }),
  sample: { of: 0, taken: new VectorSample([]) },
});

/** The vector of a document’s present state, made unless it is there. */
function keep({ vectors, lengths }: Shelf, text: Text): DocumentVector {
  const known = vectors.get(text.state);
  if (known) return known;
  const vector = vectorOf(text, text.locale, lengths);
  vectors.set(text.state, vector);
  return vector;
}
