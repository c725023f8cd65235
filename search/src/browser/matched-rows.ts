import { isTelling, type Strictness, strictnessSteps, wordsForTwo } from "../query/matched.ts";
import type { OfflineRequest } from "./choice.ts";
import type { FoundTerm } from "./found-terms.ts";
import type { RowSet, Rows } from "./rows.ts";

/** The documents that have enough of the words, before facets; where no document of the choice does, those that have some, or words near them. */
export function matchedRows(
  rows: Rows,
  found: readonly FoundTerm[],
  request: OfflineRequest,
): { readonly matched: RowSet; readonly isLoose: boolean } {
  if (found.length === 0) return { matched: rows.all(), isLoose: false };
  for (const [step, strictness] of strictnessSteps(request).entries()) {
    const matched = rows.setOf(matching(rows, found, strictness));
    if (rows.narrow(matched, request).includes(1)) return { matched, isLoose: step > 0 };
  }
  return { matched: rows.setOf([]), isLoose: false };
}

function matching(rows: Rows, found: readonly FoundTerm[], strictness: Strictness): number[] {
  const least = strictness === "all" ? found.length : strictness === "most" && found.length >= wordsForTwo ? 2 : 1;
  const counts = new Map<string, number>();
  for (const { term, close, amounts } of found) {
    const worth = strictness === "most" && isTelling(term) ? least : 1;
    for (const page of strictness === "any" ? amounts.keys() : close) counts.set(page, (counts.get(page) ?? 0) + worth);
  }
  return [...counts].flatMap(([page, count]) => (count >= least ? (rows.rowOf.get(page) ?? []) : []));
}
