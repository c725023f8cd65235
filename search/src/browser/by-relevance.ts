import { type RankedQuery, score } from "../ranking/score.ts";
import type { FoundTerm } from "./found-terms.ts";
import type { OpenIndex } from "./open-index.ts";
import { membersOf, type RowSet } from "./rows.ts";

/** Documents that are read and compared with the query by their texts. */
const mostCompared = 30;
/** What the sum of Pagefind’s scores counts beside the comparison by texts. */
const sumShare = 0.1;

interface Summed {
  readonly row: number;
  readonly page: string;
  readonly sum: number;
}

/** Rows of a set, those that answer best first: by the sum of Pagefind’s scores, the best of which are compared with the query by their texts. */
export async function byRelevance(
  index: OpenIndex,
  query: RankedQuery,
  found: readonly FoundTerm[],
  set: RowSet,
): Promise<number[]> {
  const summed = membersOf(set)
    .map((row) => summedOf(row, index, found))
    .sort((a, b) => b.sum - a.sum || a.row - b.row);
  const compared = await compare(index, query, summed.slice(0, mostCompared));
  return [...compared, ...summed.slice(mostCompared)].map(({ row }) => row);
}

function summedOf(row: number, { rows }: OpenIndex, found: readonly FoundTerm[]): Summed {
  const page = rows.pages[row] ?? "";
  const sum = found.reduce((all, { term, amounts }) => all + term.rarity * saturated(amounts.get(page) ?? 0), 0);
  return { row, page, sum };
}

/** However much of one word there is, it doesn’t lead alone. */
const saturated = (amount: number): number => (2 * amount) / (1 + amount);

async function compare(index: OpenIndex, query: RankedQuery, best: readonly Summed[]): Promise<Summed[]> {
  const scored = await Promise.all(
    best.map(async (each) => {
      const document = await index.documents.read(each.page);
      return { each, points: score(index.vectorOf(document), query) };
    }),
  );
  const mostPoints = Math.max(...scored.map(({ points }) => points), Number.MIN_VALUE);
  const mostSum = Math.max(...best.map(({ sum }) => sum), Number.MIN_VALUE);
  const worth = ({ each, points }: (typeof scored)[number]) => points / mostPoints + (sumShare * each.sum) / mostSum;
  return scored.sort((a, b) => worth(b) - worth(a) || a.each.row - b.each.row).map(({ each }) => each);
}
