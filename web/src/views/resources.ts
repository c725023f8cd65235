import type { DocumentList, ListQuery } from "../content/load.ts";
import type { Reading } from "../content/reading.ts";
import type { Resource } from "./resource-card.ts";

/** What a query keeps of each type, and of all three together: solutions, then guides, then kits. */
export interface Resources {
  readonly solution: DocumentList<"solution">;
  readonly guide: DocumentList<"guide">;
  readonly kit: DocumentList<"kit">;
  readonly all: readonly Resource[];
  readonly total: number;
}

/** Reads the solutions, guides and kits that a query keeps, in the reader’s language or else in their source language. */
export async function readResources(
  locals: Reading,
  filters: Omit<ListQuery, "locale" | "fallback">,
): Promise<Resources> {
  const query = { ...filters, locale: locals.locale, fallback: true };
  const [solution, guide, kit] = await Promise.all([
    locals.list("solution", query),
    locals.list("guide", query),
    locals.list("kit", query),
  ]);
  const all = [...solution.items, ...guide.items, ...kit.items];
  return { solution, guide, kit, all, total: solution.total + guide.total + kit.total };
}
