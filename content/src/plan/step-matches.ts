import { align } from "../diff/align.ts";
import { type Plan, plan as planType } from "../types/loop.ts";
import type { DatedStep } from "./keys.ts";

/** A centre's plan, the plan as it was made from the version that it knows, and as the latest version would make it, from the same start. */
export interface PlanVersions {
  readonly plan: Plan;
  readonly madeFrom: Plan;
  readonly latest: Plan;
}

/** A step in the version that the plan knows and in the latest, and what the centre made of it; it may have dropped it. */
export interface StepMatch {
  readonly before: DatedStep;
  /** Absent: the sheet gave it up. */
  readonly after: DatedStep | undefined;
  readonly own: DatedStep | undefined;
}

/** The steps of both versions beside the centre's own. */
export interface StepMatches {
  readonly known: readonly StepMatch[];
  /** Steps that are new in the latest version, and that the centre hasn't yet. */
  readonly added: readonly DatedStep[];
}

/** Finds each step of the sheet in both versions and in the centre's plan: by its key, else by what it says. */
export function matchSteps({ plan, madeFrom, latest }: PlanVersions): StepMatches {
  const [before, after] = [madeFrom.steps ?? [], latest.steps ?? []];
  const versions = matched(before, after);
  const lasting = new Set(versions.values());
  const young = after.filter((step) => !lasting.has(step));
  const own = new Map((plan.steps ?? []).map((step) => [step.key ?? step, step]));
  const ownOf = new Map<DatedStep, DatedStep>();
  const sheet = [...before, ...young];
  for (const step of sheet) {
    const { key = "" } = step;
    const found = own.get(key);
    if (!found) continue;
    ownOf.set(step, found);
    own.delete(key);
  }
  for (const [step, found] of matched(
    sheet.filter((step) => !ownOf.has(step)),
    [...own.values()],
  ))
    ownOf.set(step, found);
  return {
    known: before.map((step) => ({ before: step, after: versions.get(step), own: ownOf.get(step) })),
    added: young.filter((step) => !ownOf.has(step)),
  };
}

/** Steps of one list with those of another that say the same, or nearly. */
function matched(before: readonly DatedStep[], after: readonly DatedStep[]): Map<DatedStep, DatedStep> {
  const { pairs } = align(planType.fields.steps, "component", before.map(withoutKey), after.map(withoutKey));
  return new Map(
    pairs.flatMap(({ from, to }) => {
      const [one, other] = [before[from], after[to]];
      return one && other ? [[one, other]] : [];
    }),
  );
}

const withoutKey = ({ key: _, ...step }: DatedStep) => step;
