import type { DocumentVector } from "./document-vector.ts";
import { closeScore, type RankedQuery, termScore } from "./score.ts";

/** Documents for which the very words and their neighbours are looked at, the best by all else: looking takes longer than all else. */
const lookedAt = 150;

/** Places of documents, those that answer a query best first; equals keep their order. */
export function inOrder(vectors: readonly (DocumentVector | undefined)[], query: RankedQuery): number[] {
  const points = Float64Array.from(vectors, (vector) => (vector === undefined ? 0 : termScore(vector, query)));
  const byPoints = (a: number, b: number) => (points[b] ?? 0) - (points[a] ?? 0) || a - b;
  const places = Array.from(vectors.keys()).sort(byPoints);
  const best = places.slice(0, lookedAt);
  for (const place of best) {
    const vector = vectors[place];
    if (vector) points[place] = (points[place] ?? 0) + closeScore(vector, query);
  }
  return [...best.sort(byPoints), ...places.slice(lookedAt)];
}
