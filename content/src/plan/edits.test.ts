import fc from "fast-check";
import { expect, test } from "vitest";
import { mostPlanSteps, type Plan, plan as planType } from "../types/loop.ts";
import { planEditSchema } from "./edit-schema.ts";
import { editPlan, seenOf } from "./edits.ts";
import { type DatedStep, keyed } from "./keys.ts";

const today = "2026-03-10";
const invite = {
  key: "a",
  title: "Inviter",
  on: "2026-03-01",
  until: "2026-03-07",
  checklist: ["Afficher", "Appeler"],
};
const open = { key: "b", title: "Ouvrir", on: "2026-03-08", role: "Accueil" };
const plan: Plan = { startDate: "2026-03-08", steps: [invite, open], materials: ["Café", "Tasses"], budget: 200 };
const stepOf = (of: Plan | undefined, key: string): DatedStep | undefined => of?.steps?.find((one) => one.key === key);
const ticks = (step: DatedStep, done: string[], isDone = false) =>
  ({ kind: "ticks", key: step.key ?? "", seen: seenOf.ticks(step), done, isDone }) as const;

test("a step is written anew, keeps its key and its ticks, and finds its place among the days", () => {
  const ticked = editPlan(plan, ticks(invite, ["Appeler", "Afficher"]), today).plan ?? plan;
  const step = { title: "Inviter encore", on: "2026-03-20", responsible: "Nadia", checklist: ["Appeler", "Écrire"] };
  const seen = seenOf.step(stepOf(ticked, "a") ?? invite);
  const edited = editPlan(ticked, { kind: "step", key: "a", seen, step }, today).plan;
  expect(edited?.steps?.map(({ key }) => key)).toEqual(["b", "a"]);
  expect(stepOf(edited, "a")).toEqual({ ...step, key: "a", done: ["Appeler"] });
});

test("a step that becomes done has all its boxes ticked and keeps its day, and is open again when its tick is taken away", () => {
  const done = editPlan(plan, ticks(invite, [], true), today).plan ?? plan;
  expect(stepOf(done, "a")).toMatchObject({ doneOn: today, done: invite.checklist });
  const later =
    editPlan(done, ticks(stepOf(done, "a") ?? invite, ["Appeler", "Autre"], true), "2026-04-01").plan ?? plan;
  expect(stepOf(later, "a")).toMatchObject({ doneOn: today, done: ["Appeler"] });
  const again = editPlan(later, ticks(stepOf(later, "a") ?? invite, []), today).plan;
  expect(stepOf(again, "a")).toEqual(invite);
});

test("two people hinder each other only in the same part", () => {
  const other = editPlan(plan, ticks(invite, ["Appeler"]), today).plan ?? plan;
  const rename = { kind: "step", key: "a", seen: seenOf.step(invite), step: { title: "Convier" } } as const;
  const both = editPlan(other, rename, today).plan ?? plan;
  expect(stepOf(both, "a")?.title).toBe("Convier");
  expect(editPlan(both, rename, today).refusal).toBe("changed-meanwhile");
  expect(editPlan(other, ticks(invite, []), today).refusal).toBe("changed-meanwhile");
  expect(editPlan(both, { kind: "remove", key: "a", seen: seenOf.step(invite) }, today).refusal).toBe(
    "changed-meanwhile",
  );
  const notes = { kind: "notes", seen: seenOf.notes(plan), notes: "Voir Paul." } as const;
  const noted = editPlan(both, notes, today).plan ?? plan;
  expect(noted.notes).toBe("Voir Paul.");
  expect(editPlan(noted, notes, today).refusal).toBe("changed-meanwhile");
});

test("a step that was taken away comes back as it was, ticks and all, and only once", () => {
  const ticked = editPlan(plan, ticks(invite, ["Appeler"]), today).plan ?? plan;
  const step = { ...(stepOf(ticked, "a") ?? invite), key: "a" };
  const less = editPlan(ticked, { kind: "remove", key: "a", seen: seenOf.step(step) }, today).plan ?? plan;
  const back = editPlan(less, { kind: "restore", step }, today).plan ?? plan;
  expect(back).toEqual(ticked);
  expect(editPlan(back, { kind: "restore", step }, today).plan).toEqual(ticked);
});

test("a step that somebody took away is unknown, and a plan has only so many", () => {
  const less = editPlan(plan, { kind: "remove", key: "a", seen: seenOf.step(invite) }, today).plan ?? plan;
  expect(less.steps).toEqual([open]);
  expect(editPlan(less, ticks(invite, []), today).refusal).toBe("unknown-step");
  const none = editPlan(less, { kind: "remove", key: "b", seen: seenOf.step(open) }, today).plan ?? plan;
  expect(none).not.toHaveProperty("steps");
  let full = none;
  for (let count = 0; count < mostPlanSteps; count += 1)
    full = editPlan(full, { kind: "add", step: { title: "Encore" } }, today).plan ?? none;
  expect(new Set(full.steps?.map(({ key }) => key)).size).toBe(mostPlanSteps);
  expect(editPlan(full, { kind: "add", step: { title: "Encore" } }, today).refusal).toBe("too-many-steps");
});

test("steps without a key, or with one that another has, get one of their own", () => {
  const steps = keyed([invite, { ...open, key: "a" }, { title: "Fêter" }, { title: "Fêter" }]);
  expect(new Set(steps.map(({ key }) => key)).size).toBe(4);
  expect(steps[0]?.key).toBe("a");
});

test("a step doesn’t end before it begins", () => {
  const step = { title: "X", on: "2026-03-02", until: "2026-03-01" };
  expect(editPlan(plan, { kind: "add", step }, today).refusal).toBe("until-before-on");
  expect(editPlan(plan, { kind: "add", step: { title: "X", until: "2026-03-01" } }, today).refusal).toBe(
    "until-before-on",
  );
});

test("materials, budget and what was spent are written together; what is gathered stays ticked", () => {
  const gathered = ["Café", "Autre"];
  const one = editPlan(plan, { kind: "gathered", seen: seenOf.gathered(plan), gathered }, today).plan ?? plan;
  expect(one.gathered).toEqual(["Café"]);
  const materials = ["Tasses", "Café"];
  const two = editPlan(one, { kind: "means", seen: seenOf.means(one), materials, spent: 12.5 }, today).plan;
  expect(two).toEqual({
    startDate: plan.startDate,
    steps: plan.steps,
    materials: ["Tasses", "Café"],
    gathered: ["Café"],
    spent: 12.5,
  });
});

test("put off, a plan moves what isn’t done, and back again is as it was", () => {
  const done = editPlan(plan, ticks(invite, [], true), today).plan ?? plan;
  const start = (of: Plan, startDate: string) =>
    editPlan(of, { kind: "start", seen: seenOf.start(of), startDate }, today).plan ?? of;
  const later = start(done, "2026-03-22");
  expect(stepOf(later, "a")).toMatchObject({ on: "2026-03-01", until: "2026-03-07" });
  expect(stepOf(later, "b")?.on).toBe("2026-03-22");
  expect(start(later, "2026-03-08")).toEqual(done);
});

test("whatever edits are made, the plan can be stored", () => {
  const text = fc.constantFrom("Inviter", "Ouvrir", "Fêter");
  const day = fc.constantFrom("2026-01-01", "2026-05-01", undefined);
  const list = fc.subarray(["Café", "Thé", "Tasses"]);
  const step = fc.record({ title: text, on: day, until: day, checklist: list });
  const key = fc.constantFrom("a", "b", "c");
  const kind = fc.constantFrom("add", "step", "ticks", "remove", "means", "gathered", "start");
  const ask = fc.record({ kind, key, step, list, isDone: fc.boolean(), day });
  fc.assert(
    fc.property(fc.array(ask, { maxLength: 12 }), (asks) => {
      let now = plan;
      for (const { kind: what, key: at, step: given, list: lines, isDone, day: startDate = "2026-02-01" } of asks) {
        const own = stepOf(now, at) ?? invite;
        const edit = {
          add: { kind: "add", step: given },
          step: { kind: "step", key: at, seen: seenOf.step(own), step: given },
          ticks: { kind: "ticks", key: at, seen: seenOf.ticks(own), done: lines, isDone },
          remove: { kind: "remove", key: at, seen: seenOf.step(own) },
          means: { kind: "means", seen: seenOf.means(now), materials: lines },
          gathered: { kind: "gathered", seen: seenOf.gathered(now), gathered: lines },
          start: { kind: "start", seen: seenOf.start(now), startDate },
        }[what];
        now = editPlan(now, planEditSchema.parse(edit), today).plan ?? now;
        expect(planType.stored.safeParse(now).error).toBeUndefined();
      }
    }),
  );
});
