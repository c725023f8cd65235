import fc from "fast-check";
import { expect, test } from "vitest";
import { type Plan, plan as planType } from "../types/loop.ts";
import { addDays } from "./day.ts";
import type { DatedStep } from "./keys.ts";
import type { Offer } from "./offer.ts";
import { leaveOffers, offeredChanges, takeOffers } from "./offers.ts";
import { planFrom } from "./plan-from.ts";
import { sampleSolution } from "./sample-plan.ts";
import type { PlanVersions } from "./step-matches.ts";
import { planWords } from "./words.ts";

const [invite, open, count] = sampleSolution().replication?.plan ?? [];
const made = (plan: unknown[], more: Record<string, unknown> = {}, startDate = "2026-03-02"): Plan =>
  planFrom({ type: "solution", data: sampleSolution({ replication: { plan }, ...more }) }, [], {
    startDate,
    words: planWords.fr,
  });
const old = () => made([invite, open, count]);

/** What the sheet offers a centre that has changed its plan so far. */
function offered(latest: Plan, change: (plan: Plan) => Plan = (plan) => plan) {
  const versions: PlanVersions = { plan: change(old()), madeFrom: old(), latest };
  const offers = offeredChanges(versions);
  return { versions, offers, told: offers.map(({ kind, state, before, after }) => [kind, state, before, after]) };
}

const stepOf = (plan: Plan | undefined, title: string): DatedStep | undefined =>
  plan?.steps?.find((step) => step.title === title);
const changing =
  (title: string, change: Partial<DatedStep>) =>
  (plan: Plan): Plan => ({
    ...plan,
    ...(plan.steps && { steps: plan.steps.map((step) => (step.title === title ? { ...step, ...change } : step)) }),
  });

test("a sheet that didn’t change offers nothing, whatever the centre did", () => {
  expect(offered(old()).offers).toEqual([]);
  expect(offered(old(), changing("Inviter", { responsible: "Nadia", done: ["Appeler"] })).offers).toEqual([]);
});

test("a new step is offered whole, taken in its place and then no longer offered", () => {
  const latest = made([invite, { title: "Essayer", weekOffset: -1, checklist: ["Goûter"] }, open, count]);
  const { versions, offers } = offered(latest);
  expect(offers).toMatchObject([{ kind: "step-added", state: "open", step: "Essayer" }]);
  expect(offers[0]?.added).toMatchObject({ title: "Essayer", on: "2026-02-23", checklist: ["Goûter"] });
  const taken = takeOffers(versions, [offers[0]?.key ?? ""]);
  expect(taken?.steps?.map(({ title }) => title)).toEqual(["Inviter", "Essayer", "Ouvrir", "Faire le point"]);
  expect(new Set(taken?.steps?.map(({ key }) => key)).size).toBe(4);
  expect(offeredChanges({ ...versions, plan: taken ?? {} })).toEqual([]);
});

test("a step that the sheet gave up is offered for removal, unless the centre has worked on it", () => {
  const latest = made([invite, open]);
  const { versions, offers } = offered(latest);
  expect(offers).toMatchObject([{ kind: "step-removed", state: "open", step: "Faire le point" }]);
  expect(stepOf(takeOffers(versions, [offers[0]?.key ?? ""]), "Faire le point")).toBeUndefined();
  const worked = offered(latest, changing("Faire le point", { done: ["Compter"] }));
  expect(worked.offers).toMatchObject([{ kind: "step-removed", state: "own" }]);
  expect(takeOffers(worked.versions, [worked.offers[0]?.key ?? ""])).toBeUndefined();
});

test("a step that the centre dropped is no more its concern", () => {
  const latest = made([invite, { ...open, title: "Ouvrir la porte" }, count]);
  const dropped = (plan: Plan): Plan => ({ ...plan, steps: plan.steps?.filter(({ title }) => title !== "Ouvrir") });
  expect(offered(latest, dropped).offers).toEqual([]);
});

test("title, dates, role and checklist are offered apart, each can be taken alone", () => {
  const next = {
    ...open,
    title: "Ouvrir la porte",
    weekOffset: 1,
    role: "Équipe",
    checklist: ["Faire le café", "Sourire"],
  };
  const { versions, offers, told } = offered(made([invite, next, count]));
  expect(told).toEqual([
    ["step-retitled", "open", "Ouvrir", "Ouvrir la porte"],
    ["step-moved", "open", undefined, undefined],
    ["step-role", "open", "Animatrice", "Équipe"],
    ["item-added", "open", undefined, "Sourire"],
  ]);
  expect(offers[1]?.dates).toEqual({
    before: { on: "2026-03-02", until: "2026-03-08" },
    after: { on: "2026-03-09", until: "2026-03-15" },
  });
  const taken = takeOffers(versions, [offers[1]?.key ?? ""]);
  expect(stepOf(taken, "Ouvrir")).toMatchObject({ on: "2026-03-09", until: "2026-03-15", role: "Animatrice" });
});

test("what the centre changed itself is said to be so and never overwritten, the rest of the step can be taken", () => {
  const next = { ...open, title: "Ouvrir la porte", weekOffset: 1 };
  const own = changing("Ouvrir", { title: "On ouvre", responsible: "Nadia" });
  const { versions, offers } = offered(made([invite, next, count]), own);
  expect(offers.map(({ kind, state }) => [kind, state])).toEqual([
    ["step-retitled", "own"],
    ["step-moved", "open"],
  ]);
  const taken = takeOffers(versions, [offers[1]?.key ?? ""]);
  expect(stepOf(taken, "On ouvre")).toMatchObject({ on: "2026-03-09", responsible: "Nadia" });
});

test("materials and budget are offered too", () => {
  const means = { equipment: ["Une cafetière", "Trois ordinateurs", "Du thé"] };
  const latest = made([invite, open, count], { means, cost: { max: 650 } });
  expect(offered(latest).told).toEqual([
    ["material-changed", "open", "Deux ordinateurs", "Trois ordinateurs"],
    ["material-added", "open", undefined, "Du thé"],
    ["budget", "open", "500", "650"],
  ]);
  const kept = offered(latest, (plan) => ({ ...plan, budget: 300 }));
  expect(kept.told.at(-1)).toEqual(["budget", "own", "500", "650"]);
});

test("a tick under words that the sheet changed is to be looked at again", () => {
  const next = { ...invite, checklist: ["Afficher", "Appeler deux fois"] };
  const { versions, offers } = offered(
    made([next, open, count]),
    changing("Inviter", { done: ["Afficher", "Appeler"] }),
  );
  const taken = takeOffers(versions, [offers[0]?.key ?? ""]);
  expect(stepOf(taken, "Inviter")).toMatchObject({ checklist: ["Afficher", "Appeler deux fois"], done: ["Afficher"] });
});

test("what is left isn’t offered again, even after the centre put off its start", () => {
  const latest = [invite, { ...open, weekOffset: 1 }, count, { title: "Fêter", weekOffset: 8 }];
  const { versions, offers } = offered(made(latest));
  const plan = leaveOffers(
    versions.plan,
    offers.map(({ key }) => key),
  );
  expect(offeredChanges({ ...versions, plan })).toEqual([]);
  const put = addDays("2026-03-02", 21);
  const later = { madeFrom: made([invite, open, count], {}, put), latest: made(latest, {}, put) };
  expect(offeredChanges({ ...later, plan: { ...later.madeFrom, left: plan.left } })).toEqual([]);
});

test("an offer that isn’t made can’t be taken", () => {
  expect(takeOffers(offered(old()).versions, ["x"])).toBeUndefined();
  const { versions, offers } = offered(made([invite, open]));
  expect(takeOffers(versions, [offers[0]?.key ?? "", "x"])).toBeUndefined();
});

test("a plan remembers as many left offers as a sheet can make", () => {
  const keys = Array.from({ length: 1300 }, (_, index) => `${index}`.padStart(14, "k"));
  const plan = leaveOffers(leaveOffers({}, keys.slice(0, 700)), keys.slice(600));
  expect(planType.stored.safeParse(plan).error).toBeUndefined();
  expect(plan.left?.join(" ").split(" ")).toEqual(keys);
});

test("taken one after the other or all at once, all offers make the plan that the latest version makes, and none is left", () => {
  const anyStep = fc.record({
    title: fc.constantFrom("Inviter", "Ouvrir", "Fêter", "Compter", "Écouter"),
    weekOffset: fc.integer({ min: -4, max: 8 }),
    durationWeeks: fc.integer({ min: 0, max: 3 }),
    role: fc.constantFrom("Accueil", "Direction"),
    checklist: fc.subarray(["Appeler", "Afficher", "Faire le café"]),
  });
  const steps = fc.uniqueArray(anyStep, { maxLength: 5, selector: ({ title }) => title });
  fc.assert(
    fc.property(steps, steps, (before, after) => {
      const [madeFrom, latest] = [made(before), made(after)];
      let versions: PlanVersions = { plan: madeFrom, madeFrom, latest };
      const together = takeOffers(
        versions,
        offeredChanges(versions).map(({ key }: Offer) => key),
      );
      const keys = offeredChanges(versions).map(({ key }: Offer) => key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const key of keys) {
        const plan = takeOffers(versions, [key]);
        if (plan) versions = { ...versions, plan: plan };
      }
      const bare = (plan: Plan) =>
        (plan.steps ?? [])
          .map(({ key: _, checklist = [], ...step }) => JSON.stringify({ ...step, checklist: checklist.toSorted() }))
          .toSorted();
      expect(bare(versions.plan)).toEqual(bare(latest));
      expect(bare(together ?? {})).toEqual(bare(latest));
      expect(offeredChanges(versions)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
