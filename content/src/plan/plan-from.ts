import { materialList, usualPeople } from "../agenda/material-list.ts";
import type { Guide } from "../types/guide.ts";
import type { Kit } from "../types/kit.ts";
import type { Plan } from "../types/loop.ts";
import type { Solution } from "../types/solution.ts";
import { addDays } from "./day.ts";
import { type DatedStep, keyed } from "./keys.ts";
import { clipped, listed } from "./lines.ts";
import type { PlanWords } from "./words.ts";

/** What a plan takes of a kit. */
export type PlannedKit = Pick<Kit, "title" | "agenda" | "groupSize">;

/** What a plan is made from: a published resource. */
export type PlannedResource =
  | { readonly type: "solution"; readonly data: Pick<Solution, "replication" | "means" | "cost" | "steps"> }
  | { readonly type: "guide"; readonly data: Pick<Guide, "phases" | "cost"> }
  | {
      readonly type: "kit";
      readonly data: PlannedKit & Pick<Kit, "before" | "after" | "preparationDays" | "cost">;
    };

/** Where a plan begins, and in which language it is written. */
export interface PlanStart {
  /** The day of week 0, `YYYY-MM-DD`: for a kit, that of the workshop. */
  readonly startDate: string;
  readonly words: PlanWords;
}

/** The plan that a resource and the kits it uses propose; the centre changes it as it likes. */
export function planFrom(resource: PlannedResource, kits: readonly PlannedKit[], start: PlanStart): Plan {
  const { steps, materials } = proposalOf(resource, kits, start);
  const budget = budgetOf(resource);
  return {
    startDate: start.startDate,
    ...(steps.length > 0 && { steps: keyed(steps) }),
    ...(materials.length > 0 && { materials: listed(materials) }),
    ...(budget !== undefined && { budget }),
  };
}

/** A kit by the beginning of its title. @example « Atelier collaboratif : faire émerger les besoins » is « Atelier collaboratif ». */
const shortTitle = ({ title }: PlannedKit): string => title.split(/\s*[:–—]\s/u)[0] || title;

interface Proposal {
  readonly steps: readonly DatedStep[];
  readonly materials: readonly string[];
}

function proposalOf(resource: PlannedResource, kits: readonly PlannedKit[], start: PlanStart): Proposal {
  const fromKits = kits.flatMap((kit) => materialsOf(kit).map((material) => `${material} (${shortTitle(kit)})`));
  if (resource.type === "solution")
    return {
      steps: stepsOfSolution(resource.data, start),
      materials: [...(resource.data.means?.equipment ?? []), ...fromKits],
    };
  if (resource.type === "guide") return { steps: stepsOfGuide(resource.data, start), materials: fromKits };
  return { steps: stepsOfKit(resource.data, start), materials: materialsOf(resource.data) };
}

function stepsOfSolution(
  { replication, steps }: Extract<PlannedResource, { type: "solution" }>["data"],
  start: PlanStart,
) {
  const { startDate, words } = start;
  const planned = (replication?.plan ?? []).map(({ title, weekOffset, durationWeeks, role, checklist }) =>
    step(title, {
      ...(weekOffset !== undefined && lasting(addDays(startDate, 7 * weekOffset), 7 * (durationWeeks ?? 0))),
      role,
      checklist,
    }),
  );
  // A sheet without a plan at least tells in which order things were done.
  const told = planned.length > 0 ? planned : steps.map(({ title }) => step(title, {}));
  const [on = startDate] = [startDate, ...told.flatMap((one) => one.on ?? [])].toSorted();
  const team = [...(replication?.minimumTeam ?? []), ...(replication?.skills ?? []).map(words.skill)];
  return [
    ...withItems(words.prerequisites, on, replication?.prerequisites ?? []),
    ...withItems(words.team, on, team),
    ...told,
  ];
}

function stepsOfGuide(
  { phases }: Extract<PlannedResource, { type: "guide" }>["data"],
  { startDate, words }: PlanStart,
) {
  let on = startDate;
  return phases.map(({ title, goal, duration, activities, deliverables, kits }) => {
    const days = 7 * weeksIn(duration);
    const checklist = [
      ...activities,
      ...kits.map((kit) => words.kit(kit.title)),
      ...deliverables.map(words.deliverable),
    ];
    const phase = step(title, { ...lasting(on, days), checklist, note: goal });
    on = addDays(on, days);
    return phase;
  });
}

/** Days to prepare a workshop in, where its kit says nothing. */
const usualPreparationDays = 14;

function stepsOfKit(kit: Extract<PlannedResource, { type: "kit" }>["data"], { startDate, words }: PlanStart) {
  const preparationDays = kit.preparationDays ?? usualPreparationDays;
  const last = addDays(startDate, Math.max(1, ...kit.agenda.map(({ day }) => day ?? 1)) - 1);
  return [
    ...withItems(words.before, addDays(startDate, -preparationDays), kit.before.map(taskLine)),
    step(words.hold(kit.title), { on: startDate, ...(last > startDate && { until: last }) }),
    ...withItems(words.after, addDays(last, 1), kit.after.map(taskLine)),
  ];
}

const taskLine = ({ title, when }: Kit["before"][number]): string =>
  when === undefined ? title : `${title} (${when})`;

/** A step for a list of things to see to; none where there is nothing. */
const withItems = (title: string, on: string, checklist: readonly string[]): DatedStep[] =>
  checklist.length > 0 ? [step(title, { on, checklist })] : [];

function step(
  title: string,
  { on, until, role, checklist = [], note }: Partial<Omit<DatedStep, "checklist">> & { checklist?: readonly string[] },
): DatedStep {
  const items = listed(checklist);
  return {
    title: clipped(title, 200),
    ...(on !== undefined && { on }),
    ...(until !== undefined && { until }),
    ...(role !== undefined && { role }),
    ...(items.length > 0 && { checklist: items }),
    ...(note !== undefined && { note }),
  };
}

/** From a day on, so many days long: up to the day before the next thing begins. */
const lasting = (on: string, days: number) => ({ on, ...(days > 1 && { until: addDays(on, days - 1) }) });

const usualPhaseWeeks = 2;

/** Weeks that a phase takes by its words: the longest that it names, in French, English or Dutch. */
function weeksIn(duration: string | undefined): number {
  const found = [...(duration ?? "").matchAll(/(\d{1,2})\s+(?:(semaine|week|weken)|(mois|month|maand))/gi)];
  const weeks = found.map(([, count, , months]) => Number(count) * (months === undefined ? 1 : 4));
  return Math.min(104, Math.max(...weeks, weeks.length > 0 ? 1 : usualPhaseWeeks));
}

const materialsOf = ({ agenda, groupSize }: PlannedKit): string[] =>
  materialList(agenda, groupSize?.max ?? usualPeople).map(({ name, quantity }) =>
    quantity === undefined ? name : `${quantity}\u00a0× ${name}`,
  );

/** The amount to set aside: the highest that the sheet names. */
function budgetOf({ type, data }: PlannedResource): number | undefined {
  const means = type === "solution" ? data.means?.budget : undefined;
  return data.cost?.max ?? data.cost?.min ?? means?.max ?? means?.min;
}
