import type { Alternative, QueryTerm } from "../ranking/query-terms.ts";
import { anyOf, conditionOf, titleConditionOf } from "./matched.ts";
import type { VectorSample } from "./vector-sample.ts";

/** Terms by which documents are told apart, the rarest: each further one makes the condition up to three times as long. */
const mostTerms = 5;
/** What a word in the title counts, times what it counts elsewhere: about what ranking gives for it. */
const inTitle = 2;
/** Points by unit of rarity: whole numbers, so that many ways of reaching a sum are one. */
const pointsPerRarity = 1.5;

/** A term, and what a document gets for having it. */
interface Worth {
  readonly alternatives: readonly Alternative[];
  readonly points: number;
  readonly condition: string;
  readonly titleCondition: string | undefined;
}

/** What likeliest documents are told by. */
export interface LikeliestOptions {
  readonly sample: VectorSample;
  /** Part of all documents that are wanted, from 0 to 1. */
  readonly share: number;
  /** Whether distant kin counts, too. */
  readonly isLoose: boolean;
}

/**
 * Condition of the engine for those documents that are likeliest to rank first: a document gets points for each word that it has, more for
 * rare ones and in its title, and a sample tells how many points the share that is wanted has. Undefined where that excludes none.
 */
export function likeliestFilter(terms: readonly QueryTerm[], options: LikeliestOptions): string | undefined {
  const worths = terms
    .toSorted((a, b) => b.rarity - a.rarity)
    .slice(0, mostTerms)
    .map((term) => worthOf(term, options.isLoose));
  const bar = barOf(worths, options);
  const filter = bar === 0 ? true : reaching(worths, bar);
  return typeof filter === "string" ? filter : undefined;
}

const worthOf = (term: QueryTerm, isLoose: boolean): Worth => ({
  alternatives: term.alternatives.filter(({ isClose }) => isLoose || isClose),
  points: Math.max(1, Math.round(term.rarity * pointsPerRarity)),
  condition: conditionOf(term, isLoose),
  titleCondition: titleConditionOf(term),
});

/** Documents with the same points are taken together up to so many times what is wanted, or where fewer than this part of it would remain. */
const [mostTogether, leastApart] = [2, 1 / 15] as const;

/** The least points of the share that is wanted. */
function barOf(worths: readonly Worth[], { sample, share }: LikeliestOptions): number {
  const points = pointsIn(sample, worths);
  const wanted = Math.min(1, share) * points.length;
  const bar = points[Math.ceil(wanted)] ?? 0;
  const above = points.findIndex((each) => each <= bar);
  const together = points.findLastIndex((each) => each >= bar) + 1;
  return together <= wanted * mostTogether || above < wanted * leastApart ? bar : bar + 1;
}

/** Points of each document of a sample, the most first. */
function pointsIn(sample: VectorSample, worths: readonly Worth[]): Uint32Array {
  const sums = new Uint32Array(sample.size);
  const times = new Uint8Array(sample.size);
  for (const { alternatives, points } of worths) {
    times.fill(0);
    for (const { keys } of alternatives) for (const place of sample.having(keys)) times[place] ||= 1;
    for (const { keys } of alternatives)
      if (keys.length === 1) for (const place of sample.entitled(keys[0] ?? 0)) times[place] = inTitle;
    for (const [place, counted] of times.entries()) sums[place] = (sums[place] ?? 0) + counted * points;
  }
  return sums.sort().reverse();
}

/** Condition for at least `bar` points from these terms; true or false where it is so for all or for none. */
function reaching(worths: readonly Worth[], bar: number): string | boolean {
  if (bar <= 0) return true;
  const [first, ...others] = worths;
  if (first === undefined || worths.reduce((sum, { points }) => sum + inTitle * points, 0) < bar) return false;
  const { points, condition, titleCondition } = first;
  const without = reaching(others, bar);
  if (without === true) return true;
  const having = reaching(others, bar - points);
  const entitled = reaching(others, bar - inTitle * points);
  const ways = [
    ...(entitled === having || titleCondition === undefined ? [] : [both(titleCondition, entitled)]),
    ...(having === without ? [] : [both(condition, having)]),
    without,
  ].filter((way) => way !== false);
  return ways.length === 0 ? false : ways.length === 1 ? (ways[0] ?? false) : anyOf(ways);
}

const both = (condition: string, rest: string | boolean): string | false =>
  rest === false ? false : rest === true ? condition : `(${condition} AND ${rest})`;
