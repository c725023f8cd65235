/** How well one query was answered. */
export interface Measures {
  /** Normalised discounted cumulative gain of the first ten, grades as gains (Järvelin and Kekäläinen, 2002). */
  readonly ndcg: number;
  /** 1 when the first document is an answer, else 0. */
  readonly hit1: number;
  /** 1 when an answer is among the first five. */
  readonly hit5: number;
  /** Reciprocal rank of the first answer among ten. */
  readonly mrr: number;
  /** 1 when nothing at all was found. */
  readonly empty: number;
}

/** Names of the measures. */
export const measureNames = ["ndcg", "hit1", "hit5", "mrr", "empty"] as const satisfies readonly (keyof Measures)[];

const depth = 10;

/** Measures an answer: ids in order, with the grades of the right ones; `goodGrade` and more count as answers. */
export function measuresOf(found: readonly string[], grades: ReadonlyMap<string, number>, goodGrade: number): Measures {
  const top = found.slice(0, depth);
  const gains = top.map((id) => grades.get(id) ?? 0);
  const best = [...grades.values()].sort((a, b) => b - a).slice(0, depth);
  const rank = gains.findIndex((gain) => gain >= goodGrade);
  return {
    ndcg: discounted(gains) / (discounted(best) || 1),
    hit1: rank === 0 ? 1 : 0,
    hit5: rank >= 0 && rank < 5 ? 1 : 0,
    mrr: rank < 0 ? 0 : 1 / (rank + 1),
    empty: found.length === 0 ? 1 : 0,
  };
}

const discounted = (gains: readonly number[]): number =>
  gains.reduce((sum, gain, place) => sum + gain / Math.log2(place + 2), 0);

/** Mean over needs of the means over each need's phrasings; zeros for none. */
export function meanByNeed(measured: readonly { readonly need: string; readonly measures: Measures }[]): Measures {
  const needs = [...Map.groupBy(measured, ({ need }) => need).values()];
  const of = (name: keyof Measures) =>
    mean(needs.map((phrasings) => mean(phrasings.map(({ measures }) => measures[name]))));
  return { ndcg: of("ndcg"), hit1: of("hit1"), hit5: of("hit5"), mrr: of("mrr"), empty: of("empty") };
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** The value below which a share of the values lies; NaN for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? Number.NaN;
}
