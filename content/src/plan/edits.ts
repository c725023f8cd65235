import { fingerprintOf } from "../model/fingerprint.ts";
import type { Plan } from "../types/loop.ts";
import { mostPlanSteps } from "../types/loop.ts";
import { addDays, daysBetween } from "./day.ts";
import type { PlanEdit } from "./edit-schema.ts";
import { type DatedStep, keyed } from "./keys.ts";

/** Why a plan stays as it is. `changed-meanwhile`: somebody else changed the same part since it was read. */
export type EditRefusal = "changed-meanwhile" | "unknown-step" | "too-many-steps" | "until-before-on";

/** The plan after an edit, or why there is none. */
export type EditOutcome =
  | { readonly plan: Plan; readonly refusal?: undefined }
  | { readonly refusal: EditRefusal; readonly plan?: undefined };

/** The parts of a plan that are edited apart, so that two people hinder each other only in the same part. */
export const seenOf = {
  step: ({ done: _, doneOn: __, ...step }: DatedStep): string => fingerprintOf(step),
  ticks: ({ checklist = [], done = [], doneOn = "" }: DatedStep): string => fingerprintOf([checklist, done, doneOn]),
  means: ({ materials, budget, spent }: Plan): string => fingerprintOf({ materials, budget, spent }),
  gathered: ({ materials, gathered }: Plan): string => fingerprintOf({ materials, gathered }),
  notes: ({ notes = "" }: Plan): string => fingerprintOf(notes),
  start: ({ startDate = "" }: Plan): string => fingerprintOf(startDate),
} as const;

/** Makes an edit that a member asks for; `today` is the day on which a step that is ticked as done was done. */
export function editPlan(plan: Plan, edit: PlanEdit, today: string): EditOutcome {
  switch (edit.kind) {
    case "add":
      return addStep(plan, edit.step);
    case "step":
      return changeStep(plan, edit, "step", (step) => withFields(step, edit.step));
    case "ticks":
      return changeStep(plan, edit, "ticks", (step) => withTicks(step, edit, today));
    case "remove":
      return changeStep(plan, edit, "step", () => undefined);
    case "restore":
      return restoreStep(plan, edit.step);
    case "means":
      return changePart(plan, edit, "means", ({ materials: _, budget: __, spent: ___, gathered, ...rest }) => {
        const { materials, budget, spent } = edit;
        const kept = gathered?.filter((one) => materials.includes(one));
        return { ...rest, ...listOf({ materials, gathered: kept }), ...given({ budget, spent }) };
      });
    case "gathered":
      return changePart(plan, edit, "gathered", ({ gathered: _, ...rest }) => ({
        ...rest,
        ...listOf({ gathered: edit.gathered.filter((one) => rest.materials?.includes(one)) }),
      }));
    case "notes":
      return changePart(plan, edit, "notes", ({ notes: _, ...rest }) => ({ ...rest, ...given({ notes: edit.notes }) }));
    case "start":
      return changePart(plan, edit, "start", (one) => withStart(one, edit.startDate));
  }
}

type Kind<K extends PlanEdit["kind"]> = Extract<PlanEdit, { kind: K }>;

function changePart(
  plan: Plan,
  { seen }: { readonly seen: string },
  part: "means" | "gathered" | "notes" | "start",
  change: (plan: Plan) => Plan,
): EditOutcome {
  return seenOf[part](plan) === seen ? { plan: change(plan) } : { refusal: "changed-meanwhile" };
}

function changeStep(
  plan: Plan,
  { key, seen }: { readonly key: string; readonly seen: string },
  part: "step" | "ticks",
  change: (step: DatedStep) => DatedStep | undefined,
): EditOutcome {
  const step = plan.steps?.find((one) => one.key === key);
  if (!step) return { refusal: "unknown-step" };
  if (seenOf[part](step) !== seen) return { refusal: "changed-meanwhile" };
  const changed = change(step);
  if (changed && isBackwards(changed)) return { refusal: "until-before-on" };
  return {
    plan: withSteps(
      plan,
      (plan.steps ?? []).flatMap((one) => (one === step ? (changed ?? []) : one)),
    ),
  };
}

function addStep(plan: Plan, step: DatedStep): EditOutcome {
  if ((plan.steps?.length ?? 0) >= mostPlanSteps) return { refusal: "too-many-steps" };
  if (isBackwards(step)) return { refusal: "until-before-on" };
  return { plan: withSteps(plan, [...(plan.steps ?? []), step]) };
}

/** Puts a step back as it was; where it is back already, nothing happens. */
const restoreStep = (plan: Plan, step: DatedStep): EditOutcome =>
  plan.steps?.some(({ key }) => key === step.key) ? { plan } : addStep(plan, step);

const isBackwards = ({ on, until }: Pick<DatedStep, "on" | "until">): boolean =>
  until !== undefined && (on === undefined || until < on);

function withSteps({ steps: _, ...plan }: Plan, steps: readonly DatedStep[]): Plan {
  return steps.length > 0 ? { ...plan, steps: keyed(steps) } : plan;
}

/** What is ticked stays so under the same words. */
function withFields({ key, done = [], doneOn }: DatedStep, step: Kind<"step">["step"]): DatedStep {
  return {
    ...step,
    ...given({ key, doneOn }),
    ...listOf({ done: done.filter((item) => step.checklist?.includes(item)) }),
  };
}

/** A step that becomes done has nothing left to tick. */
function withTicks({ done: _, doneOn, ...step }: DatedStep, edit: Kind<"ticks">, today: string): DatedStep {
  const becomesDone = edit.isDone && doneOn === undefined;
  const done = becomesDone ? step.checklist : edit.done.filter((item) => step.checklist?.includes(item));
  return { ...step, ...listOf({ done }), ...(edit.isDone && { doneOn: doneOn ?? today }) };
}

/** What isn't done yet moves along with the start. */
function withStart(plan: Plan, startDate: string): Plan {
  const days = plan.startDate === undefined ? 0 : daysBetween(plan.startDate, startDate);
  const moved = (day: string | undefined) => day && addDays(day, days);
  const steps = (plan.steps ?? []).map((step) =>
    step.doneOn === undefined ? { ...step, ...given({ on: moved(step.on), until: moved(step.until) }) } : step,
  );
  return withSteps({ ...plan, startDate }, steps);
}

/** The values that are given. */
const given = <V extends object>(values: V): { [N in keyof V]?: NonNullable<V[N]> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [N in keyof V]?: NonNullable<V[N]>;
  };

/** The lists that hold something. */
const listOf = <N extends string>(lists: Readonly<Record<N, readonly string[] | undefined>>): { [L in N]?: string[] } =>
  Object.fromEntries(Object.entries<readonly string[] | undefined>(lists).filter(([, list]) => list?.length)) as {
    [L in N]?: string[];
  };
