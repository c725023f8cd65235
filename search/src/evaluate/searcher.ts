import type { JudgedSet } from "./judged-set.ts";

/** One way of searching, loaded with the documents of a set. */
export interface Searcher {
  /** Ids of the first ten documents, best first. */
  readonly search: (query: string) => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** A way of searching that is compared with others. */
export interface System {
  /** Name on the command line. */
  readonly name: string;
  /** Name in the table, in French. */
  readonly label: string;
  /** Why it cannot run here; undefined when it can. */
  readonly missing: string | undefined;
  readonly load: (set: Pick<JudgedSet, "documents" | "locale">) => Promise<Searcher>;
}

/** Documents that measures look at. */
export const depth = 10;
