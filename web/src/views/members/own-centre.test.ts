import type { MemberAdoption } from "@essaim/content";
import { expect, test } from "vitest";
import { nextStepsOf, tasksOf } from "./own-centre.ts";

const today = "2026-03-31";
const adoption = (stage: MemberAdoption["stage"], on: string, more: Partial<MemberAdoption> = {}): MemberAdoption => ({
  ...{
    uid: `${stage}-${on}`,
    revision: "2026-03-01T00:00:00.000Z",
    correctable: null,
    key: "solution/cafe",
    resource: null,
  },
  ...{ version: 1, newest: 1, earliest: "2026-01-01", stage, history: [{ stage, on }], stoppedBecause: null },
  ...{ adaptation: null, visibility: "all", privateNote: null, report: null, isExample: false },
  ...more,
});
const report = { uid: "r", on: null, visibility: "all" } as const;

test("a report is awaited of what is in place, of what stopped, and after a month of trying", () => {
  expect(nextStepsOf(adoption("adopted", today), today)).toEqual(["writeReport"]);
  expect(nextStepsOf(adoption("stopped", today), today)).toEqual(["writeReport"]);
  expect(nextStepsOf(adoption("running", "2026-03-01"), today)).toEqual(["writeReport"]);
  expect(nextStepsOf(adoption("running", "2026-03-02"), today)).toEqual([]);
  expect(nextStepsOf(adoption("running", today, { report: { ...report, isPublished: false } }), today)).toEqual([
    "finishReport",
  ]);
  expect(nextStepsOf(adoption("adopted", today, { report: { ...report, isPublished: true } }), today)).toEqual([]);
});

test("what changed is to be read beside the rest, but for what stopped", () => {
  expect(nextStepsOf(adoption("running", today, { newest: 2 }), today)).toEqual(["readChanges"]);
  expect(nextStepsOf(adoption("preparing", today, { newest: 2 }), today)).toEqual(["readChanges", "plan"]);
  const told = { newest: 2, report: { ...report, isPublished: true } };
  expect(nextStepsOf(adoption("stopped", today, told), today)).toEqual([]);
});

test("three weeks after noting something it is time to decide; who prepares has a plan", () => {
  expect(nextStepsOf(adoption("interested", "2026-03-10"), today)).toEqual(["decide"]);
  expect(nextStepsOf(adoption("interested", "2026-03-11"), today)).toEqual([]);
  expect(nextStepsOf(adoption("preparing", today), today)).toEqual(["plan"]);
});

test("what presses most comes first", () => {
  const all = [adoption("preparing", today), adoption("interested", "2026-01-01"), adoption("adopted", today)];
  expect(tasksOf(all, today).map(({ step }) => step)).toEqual(["writeReport", "decide", "plan"]);
});
