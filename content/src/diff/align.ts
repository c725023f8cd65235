import type { Field } from "../model/field.ts";
import { type ItemKind, type ItemTraits, traitsOf } from "./item.ts";
import { likeness, type Pieces, piecesOf } from "./likeness.ts";

/** An item of one list and what became of it in the other; places count from 0. */
export interface Pair {
  readonly from: number;
  readonly to: number;
  /** Whether it changed its place among those that stayed; as few as possible have. */
  readonly moved: boolean;
}

/** Which items of two lists are the same ones, in the order of the second list. */
export interface Alignment {
  readonly pairs: readonly Pair[];
  readonly removed: readonly number[];
  readonly added: readonly number[];
}

/** Items less alike than this are two different ones. */
const leastLikeness = 0.5;
/** What a common title, file or address counts for. */
const markWorth = 0.7;
/** Most pairs whose likeness is worked out; in longer lists, those farther apart are not looked at. */
const mostPairs = 100_000;
/** Texts longer than this, on average, are compared by words instead of letters. */
const shortText = 60;

/** Finds the items of a list again in another: equal ones first, then the most alike, neighbours before others. */
export function align(field: Field, kind: ItemKind, before: readonly unknown[], after: readonly unknown[]): Alignment {
  const old = before.map((item) => traitsOf(field, kind, item));
  const young = after.map((item) => traitsOf(field, kind, item));
  const toOf = new Map<number, number>();
  const taken = new Set<number>();
  const couple = (from: number, to: number) => {
    toOf.set(from, to);
    taken.add(to);
  };
  coupleEqual(old, young, couple);
  if (kind !== "reference") {
    const leftOld = [...old.keys()].filter((from) => !toOf.has(from));
    const leftYoung = [...young.keys()].filter((to) => !taken.has(to));
    for (const { from, to } of mostAlike(old, young, leftOld, leftYoung))
      if (!toOf.has(from) && !taken.has(to)) couple(from, to);
  }
  const pairs = [...toOf].map(([from, to]) => ({ from, to })).sort((a, b) => a.to - b.to);
  const stays = longestRise(pairs.map(({ from }) => from));
  return {
    pairs: pairs.map((pair, index) => ({ ...pair, moved: !stays.has(index) })),
    removed: [...old.keys()].filter((from) => !toOf.has(from)),
    added: [...young.keys()].filter((to) => !taken.has(to)),
  };
}

/** Couples what says the same; of several, the first with the first. */
function coupleEqual(
  old: readonly ItemTraits[],
  young: readonly ItemTraits[],
  couple: (from: number, to: number) => void,
): void {
  const places = new Map<string, number[]>();
  for (const [from, { identity }] of old.entries()) places.set(identity, [...(places.get(identity) ?? []), from]);
  for (const [to, { identity }] of young.entries()) {
    const from = places.get(identity)?.shift();
    if (from !== undefined) couple(from, to);
  }
}

interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly score: number;
}

/** Couples that are alike enough, the most alike first. */
function mostAlike(
  old: readonly ItemTraits[],
  young: readonly ItemTraits[],
  leftOld: readonly number[],
  leftYoung: readonly number[],
): Candidate[] {
  if (leftOld.length === 0 || leftYoung.length === 0) return [];
  const size = averageLength([...leftOld.map((at) => old[at]), ...leftYoung.map((at) => young[at])]);
  const pieces = (traits: ItemTraits | undefined) => piecesOf(traits?.text ?? "", size);
  const [oldPieces, youngPieces] = [leftOld.map((at) => pieces(old[at])), leftYoung.map((at) => pieces(young[at]))];
  const reach = Math.ceil(mostPairs / leftOld.length);
  const found: Candidate[] = [];
  for (const [i, from] of leftOld.entries()) {
    const middle = Math.round((i * leftYoung.length) / leftOld.length);
    const end = Math.min(leftYoung.length, middle + reach);
    for (let j = Math.max(0, middle - reach); j < end; j += 1) {
      const to = leftYoung[j] ?? 0;
      const score = scoreOf(old[from], young[to], oldPieces[i], youngPieces[j]);
      if (score >= leastLikeness) found.push({ from, to, score });
    }
  }
  return found.sort((a, b) => b.score - a.score || distance(a) - distance(b) || a.from - b.from);
}

const distance = ({ from, to }: Candidate): number => Math.abs(from - to);

function averageLength(traits: readonly (ItemTraits | undefined)[]): "words" | "letters" {
  const length = traits.reduce((sum, one) => sum + (one?.text.length ?? 0), 0);
  return length / traits.length > shortText ? "words" : "letters";
}

function scoreOf(a?: ItemTraits, b?: ItemTraits, aPieces?: Pieces, bPieces?: Pieces): number {
  if (!a || !b || !aPieces || !bPieces) return 0;
  const score = likeness(aPieces, bPieces);
  return a.marks.some((mark) => b.marks.includes(mark)) ? markWorth + (1 - markWorth) * score : score;
}

/** The places of a longest run of rising numbers in a list, not necessarily side by side (patience sorting). */
export function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [place, number] of numbers.entries()) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[tails[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous[place] = low > 0 ? tails[low - 1] : undefined;
    tails[low] = place;
  }
  const rise = new Set<number>();
  for (let place = tails.at(-1); place !== undefined; place = previous[place]) rise.add(place);
  return rise;
}
