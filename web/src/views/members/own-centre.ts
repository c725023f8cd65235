import type { MemberAdoption } from "@essaim/content";

/** What a centre might do next for something that it took up. */
export type NextStep = "finishReport" | "writeReport" | "readChanges" | "decide" | "plan";

/** Something to do, the most pressing kind first. */
export interface Task {
  readonly step: NextStep;
  readonly adoption: MemberAdoption;
}

/** After so many days of trying, there is something to tell; after so many of being interested, it is time to decide. */
const days = { report: 30, decide: 21 } as const;
const order = ["finishReport", "writeReport", "readChanges", "decide", "plan"] as const satisfies readonly NextStep[];

/** What a centre might do next for one adoption: to read what changed hides nothing else. */
export function nextStepsOf(adoption: MemberAdoption, today: string): NextStep[] {
  const { stage, version, newest } = adoption;
  const hasChanged = version !== null && newest !== null && newest > version && stage !== "stopped";
  const own = ownStepOf(adoption, today);
  return [...(hasChanged ? ["readChanges" as const] : []), ...(own ? [own] : [])];
}

function ownStepOf({ stage, report, history }: MemberAdoption, today: string): NextStep | undefined {
  if (report && !report.isPublished) return "finishReport";
  const since = history.findLast((one) => one.stage === stage)?.on;
  const waited = since === undefined ? 0 : (Date.parse(today) - Date.parse(since)) / 86_400_000;
  const isTold = report?.isPublished === true;
  if (!isTold && (stage === "adopted" || stage === "stopped" || (stage === "running" && waited >= days.report)))
    return "writeReport";
  if (stage === "interested" && waited >= days.decide) return "decide";
  return stage === "preparing" ? "plan" : undefined;
}

/** What a centre might do next, for all that it took up. */
export const tasksOf = (adoptions: readonly MemberAdoption[], today: string): Task[] =>
  adoptions
    .flatMap((adoption) => nextStepsOf(adoption, today).map((step) => ({ step, adoption })))
    .toSorted((a, b) => order.indexOf(a.step) - order.indexOf(b.step));
