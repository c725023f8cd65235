import type { Plan } from "../types/loop.ts";
import { type DatedStep, whenOf } from "./keys.ts";

/** How many of how many. */
export interface Tally {
  readonly done: number;
  readonly all: number;
}

/** How far a plan has come. `late` steps should be over by now. */
export interface Progress {
  readonly steps: Tally;
  readonly items: Tally;
  readonly next: DatedStep | undefined;
  readonly late: readonly DatedStep[];
}

/** Counts what is done of a plan on a day. */
export function progressOf({ steps = [] }: Plan, today: string): Progress {
  const open = steps.filter(({ doneOn }) => doneOn === undefined);
  const items = steps.map(({ checklist = [], done = [] }) => ({
    done: checklist.filter((item) => done.includes(item)).length,
    all: checklist.length,
  }));
  return {
    steps: { done: steps.length - open.length, all: steps.length },
    items: { done: sum(items.map(({ done }) => done)), all: sum(items.map(({ all }) => all)) },
    next: open.toSorted((a, b) => whenOf(a).localeCompare(whenOf(b)))[0],
    late: open.filter(({ on, until = on }) => until !== undefined && until < today),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
