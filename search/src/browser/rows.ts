import { type OfflineCatalogue, readRows } from "../offline/offline-edition.ts";
import { everyFacet, type Facet, type FacetCounts, facets } from "../query/facet-names.ts";
import type { Choice } from "./choice.ts";

/** A set of documents: one byte a row, 1 for each that is in it. */
export type RowSet = Uint8Array;

/** The documents of an index in short, by row: the newest has row 0. */
export class Rows {
  readonly pages: readonly string[];
  readonly rowOf: ReadonlyMap<string, number>;
  /** Place of each row when the most adopted come first. */
  readonly #adoptedPlace: ReadonlyMap<number, number>;
  readonly #holding: Readonly<Record<Facet, ReadonlyMap<string, readonly number[]>>>;

  constructor({ pages, adopted, facets: written }: OfflineCatalogue) {
    this.pages = pages;
    this.rowOf = new Map(pages.map((page, row) => [page, row]));
    this.#adoptedPlace = new Map(adopted.map((row, place) => [row, place]));
    this.#holding = everyFacet(
      (facet) => new Map(Object.entries(written[facet]).map(([value, rows]) => [value, readRows(rows)])),
    );
  }

  /** All documents. */
  all(): RowSet {
    return new Uint8Array(this.pages.length).fill(1);
  }

  /** A set of some of them. */
  setOf(rows: Iterable<number>): RowSet {
    const set = new Uint8Array(this.pages.length);
    for (const row of rows) set[row] = 1;
    return set;
  }

  /** Those that hold what was chosen: any of the values of a facet, in all facets but `except`. */
  narrow(set: RowSet, choice: Choice, except?: Facet): RowSet {
    return facets
      .filter((facet) => facet !== except && choice[facet].length > 0)
      .reduce((left, facet) => intersection(left, this.#union(facet, choice[facet])), set);
  }

  /** How many documents hold each value; a facet’s own choice doesn’t shrink its counts. */
  counts(matched: RowSet, choice: Choice): Record<Facet, FacetCounts> {
    const narrowed = this.narrow(matched, choice);
    return everyFacet((facet) => {
      const set = choice[facet].length === 0 ? narrowed : this.narrow(matched, choice, facet);
      const counted = [...this.#holding[facet]].map(([value, rows]) => [value, countIn(set, rows)] as const);
      return Object.fromEntries(counted.filter(([, count]) => count > 0).sort(([, a], [, b]) => b - a));
    });
  }

  /** Rows of a set in the order asked for. */
  ordered(set: RowSet, order: "newest" | "adopted"): number[] {
    const rows = membersOf(set);
    if (order === "newest") return rows;
    const place = (row: number) => this.#adoptedPlace.get(row) ?? this.#adoptedPlace.size + row;
    return rows.sort((a, b) => place(a) - place(b));
  }

  #union(facet: Facet, values: readonly string[]): RowSet {
    return this.setOf(values.flatMap((value) => this.#holding[facet].get(value) ?? []));
  }
}

/** Rows of a set, the newest first. */
export function membersOf(set: RowSet): number[] {
  const rows: number[] = [];
  for (let row = 0; row < set.length; row++) if (set[row] === 1) rows.push(row);
  return rows;
}

const intersection = (a: RowSet, b: RowSet): RowSet => a.map((member, row) => member & (b[row] ?? 0));

function countIn(set: RowSet, rows: readonly number[]): number {
  let count = 0;
  for (const row of rows) count += set[row] ?? 0;
  return count;
}
