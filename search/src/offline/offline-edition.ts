import type { Locale } from "@essaim/content";
import type { Facet } from "../query/facet-names.ts";
import type { FoundDocument } from "../query/search-answer.ts";
import type { WrittenStatistics } from "../ranking/written-statistics.ts";

/** Name of the file that tells where the index of a language stands; all that it leads to never changes under its name. */
export const entryFile = "entry.json";

/** What `entry.json` holds. */
export interface OfflineEntry {
  /** Folder of the files, beside the entry. */
  readonly folder: string;
  readonly locale: Locale;
  readonly documents: number;
}

/** Every document in short: which page of Pagefind’s it is, and which values of facets it holds. */
export interface OfflineCatalogue {
  /** Pagefind’s names of the documents, the newest first; a document’s place here is its row. */
  readonly pages: readonly string[];
  /** Rows of the documents that somebody adopted, the most adopted first. */
  readonly adopted: readonly number[];
  /** By facet and value: rows, each as the distance from the one before, in base 36. */
  readonly facets: Readonly<Record<Facet, Readonly<Record<string, string>>>>;
}

/** What ranking knows of the language, as far as offline searches need it. */
export interface OfflineLexicon {
  readonly statistics: WrittenStatistics;
  /** Lines of the thesaurus and of the editors. */
  readonly synonyms: readonly string[];
}

/** A document as it is read when it is shown or ranked: Pagefind’s fragment, whose `meta` holds it. */
export type OfflineDocument = Omit<FoundDocument, "locale"> & { readonly locale: Locale };

/** Names of our files in the folder; Pagefind’s stand beside them. */
export const fileNames = { catalogue: "catalogue.json", lexicon: "lexicon.json" } as const;

/** Writes rows in ascending order. @example writeRows([3, 5, 40]) // "3 2 z" */
export const writeRows = (rows: readonly number[]): string =>
  rows.map((row, place) => (row - (rows[place - 1] ?? 0)).toString(36)).join(" ");

/** Reads rows; the opposite of `writeRows`. */
export function readRows(written: string): number[] {
  if (written === "") return [];
  let row = 0;
  return written.split(" ").map((distance) => {
    row += Number.parseInt(distance, 36);
    return row;
  });
}
