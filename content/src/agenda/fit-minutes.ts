import type { Moment } from "./schedule.ts";

/** A moment that stays, with the minutes it gets. */
interface Fitted<M extends Moment> {
  moment: M;
  minutes: number;
}

const shortest = (moment: Moment) => Math.min(moment.shortestMinutes ?? moment.minutes, moment.minutes);
const total = (list: readonly number[]) => list.reduce((sum, n) => sum + n, 0);

/** Kinds that keep their length when there is time to spare: nobody wants a longer welcome. */
const fixedKinds = new Set(["welcome", "break"]);

/**
 * Fits an agenda into `target` minutes: optional moments are dropped from the end while even the shortest ones don't fit, then the minutes
 * that are missing or to spare are shared in proportion to what each moment can give or take. The sum is exact, unless the target is out of reach.
 */
export function fitMinutes<M extends Moment>(agenda: readonly M[], target: number): Fitted<M>[] {
  const kept = dropOptional(agenda, target);
  const usual = kept.map(({ minutes }) => minutes);
  const missing = total(usual) - target;
  const room =
    missing > 0
      ? kept.map((moment) => moment.minutes - shortest(moment))
      : kept.map((moment) => (fixedKinds.has(moment.kind) ? 0 : moment.minutes));
  const wanted = missing > 0 ? Math.min(missing, total(room)) : -missing;
  const shares = share(wanted, room);
  return kept.map((moment, index) => ({
    moment,
    minutes: moment.minutes + (missing > 0 ? -1 : 1) * (shares[index] ?? 0),
  }));
}

function dropOptional<M extends Moment>(agenda: readonly M[], target: number): M[] {
  const kept = [...agenda];
  while (total(kept.map(shortest)) > target) {
    const last = kept.findLastIndex(({ optional }) => optional);
    if (last < 0) break;
    kept.splice(last, 1);
  }
  return kept;
}

/** Shares a whole number of minutes by weights, in steps of five where it divides so, by the largest-remainder method (Hamilton's). */
function share(minutes: number, weights: readonly number[]): number[] {
  const sum = total(weights);
  if (sum === 0) return weights.map(() => 0);
  const step = minutes % 5 === 0 && weights.every((weight) => weight % 5 === 0) ? 5 : 1;
  const exact = weights.map((weight) => (minutes * weight) / sum / step);
  const shares = exact.map(Math.floor);
  const left = Math.round(minutes / step) - total(shares);
  const byRemainder = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
  return shares.map((value) => value * step);
}
