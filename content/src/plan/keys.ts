import { fingerprintOf } from "../model/fingerprint.ts";
import type { Plan } from "../types/loop.ts";

/** A step of a plan. */
export type DatedStep = NonNullable<Plan["steps"]>[number];

/** What puts steps in order: undated ones come last. */
export const whenOf = ({ on, until }: DatedStep): string => on ?? until ?? "9999-12-31";

/** Steps in the order of their days, each with a key of its own, made of its title; those that have one keep it, the first of two with the same. */
export function keyed(steps: readonly DatedStep[]): (DatedStep & { readonly key: string })[] {
  const owners = new Map(steps.toReversed().map((step) => [step.key, step]));
  const taken = new Set(steps.flatMap(({ key }) => key ?? []));
  return steps
    .map((step) => {
      if (step.key !== undefined && owners.get(step.key) === step) return { ...step, key: step.key };
      let key = fingerprintOf(step.title);
      for (let twin = 1; taken.has(key); twin += 1) key = fingerprintOf([step.title, twin]);
      taken.add(key);
      return { ...step, key };
    })
    .toSorted((a, b) => whenOf(a).localeCompare(whenOf(b)));
}
