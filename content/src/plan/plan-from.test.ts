import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { locales } from "../locales.ts";
import { anyStored } from "../model/arbitrary-entry.ts";
import { guide } from "../types/guide.ts";
import { kit } from "../types/kit.ts";
import { plan } from "../types/loop.ts";
import { solution } from "../types/solution.ts";
import { addDays } from "./day.ts";
import { type PlannedKit, type PlannedResource, planFrom } from "./plan-from.ts";
import { sampleSolution } from "./sample-plan.ts";
import { planWords } from "./words.ts";

const start = { startDate: "2026-03-02", words: planWords.fr };
const keyedLike = (step: object) => ({ ...step, key: expect.any(String) });
const workshop = kit.published.parse({
  title: "Atelier café",
  slug: "atelier-cafe",
  summary: "Se parler.",
  preparationDays: 21,
  groupSize: { max: 10 },
  before: [{ title: "Inviter", when: "la veille" }, { title: "Ranger" }],
  after: [{ title: "Remercier" }],
  agenda: [
    { title: "Tour", kind: "plenary", minutes: 30, materials: [{ name: "Feutres", quantity: 2, per: "person" }] },
    { title: "Suite", kind: "plenary", minutes: 30, day: 2, materials: [{ name: "Café" }] },
  ],
});

test("a solution’s weeks become days, what it takes comes first, and kits add their materials", () => {
  const made = planFrom({ type: "solution", data: sampleSolution() }, [workshop], start);
  expect(made.steps?.map(({ title, on, until }) => [title, on, until])).toEqual([
    ["Vérifier ce qu’il faut avant de commencer", "2026-02-16", undefined],
    ["Réunir l’équipe", "2026-02-16", undefined],
    ["Inviter", "2026-02-16", "2026-03-01"],
    ["Ouvrir", "2026-03-02", "2026-03-08"],
    ["Faire le point", "2026-04-13", undefined],
  ]);
  expect(made.steps?.[1]?.checklist).toEqual(["1 animatrice", "Savoir-faire\u00a0: Écouter"]);
  expect(made.steps?.[2]).toMatchObject({ role: "Accueil", checklist: ["Afficher", "Appeler"] });
  expect(made.materials).toEqual([
    "Une cafetière",
    "Deux ordinateurs",
    "20\u00a0× Feutres (Atelier café)",
    "Café (Atelier café)",
  ]);
  expect(made.budget).toBe(500);
});

test("a solution without a plan tells at least in which order things were done", () => {
  const data = sampleSolution({
    replication: undefined,
    cost: undefined,
    steps: [keyedLike({ title: "Écouter" }), keyedLike({ title: "Oser" })],
  });
  expect(planFrom({ type: "solution", data }, [], start)).toEqual({
    startDate: "2026-03-02",
    steps: [keyedLike({ title: "Écouter" }), keyedLike({ title: "Oser" })],
    materials: ["Une cafetière", "Deux ordinateurs"],
    budget: 900,
  });
});

test("a guide’s phases follow each other for as long as their words say", () => {
  const data = guide.published.parse({
    title: "Méthode",
    slug: "methode",
    summary: "Pas à pas.",
    phases: [
      { title: "Écouter", goal: "Entendre.", duration: "4 à 6\u00a0semaines", activities: ["Aller voir"] },
      { title: "Fabriquer", duration: "2 months", deliverables: ["Une maquette"] },
      { title: "Montrer", duration: "Une demi-journée" },
    ],
  });
  const { steps } = planFrom({ type: "guide", data }, [], start);
  expect(steps?.map(({ on, until }) => [on, until])).toEqual([
    ["2026-03-02", "2026-04-12"],
    ["2026-04-13", "2026-06-07"],
    ["2026-06-08", "2026-06-21"],
  ]);
  expect(steps?.[0]).toMatchObject({ note: "Entendre.", checklist: ["Aller voir"] });
  expect(steps?.[1]?.checklist).toEqual(["À produire\u00a0: Une maquette"]);
});

test("a kit is prepared, held on its days and followed up", () => {
  const made = planFrom({ type: "kit", data: workshop }, [], start);
  expect(made.steps).toEqual([
    keyedLike({ title: "Tout préparer", on: "2026-02-09", checklist: ["Inviter (la veille)", "Ranger"] }),
    keyedLike({ title: "Tenir l’atelier\u00a0: Atelier café", on: "2026-03-02", until: "2026-03-03" }),
    keyedLike({ title: "Donner suite", on: "2026-03-04", checklist: ["Remercier"] }),
  ]);
  expect(made.materials).toEqual(["20\u00a0× Feutres", "Café"]);
});

test("what is longer than a plan holds is cut between words, and told once", () => {
  const long = "très ".repeat(78).trim();
  const data = sampleSolution({
    replication: {
      plan: [
        { title: "A", checklist: ["Une fois", "Une fois", ...Array.from({ length: 50 }, (_, n) => `${long} ${n}`)] },
      ],
    },
  });
  const [first] = planFrom({ type: "solution", data }, [], start).steps ?? [];
  expect(first?.checklist?.filter((line) => line === "Une fois")).toHaveLength(1);
  expect(plan.fields.steps.stored.safeParse([first]).success).toBe(true);
});

const object = z.record(z.string(), z.unknown());
const anySolution = anyStored("solution").map(({ replication, means, cost, steps }): PlannedResource => {
  const data = solution.published.pick({ replication: true, means: true, cost: true, steps: true });
  return {
    type: "solution",
    data: data.parse({
      replication,
      means,
      cost,
      steps: z
        .array(object)
        .parse(steps ?? [])
        .map(({ title }) => ({ title })),
    }),
  };
});
const anyGuide = anyStored("guide").map(({ phases = [], cost }): PlannedResource => {
  const plain = z
    .array(object)
    .parse(phases)
    .map(({ kits: _, ...phase }) => phase);
  return { type: "guide", data: guide.published.pick({ phases: true, cost: true }).parse({ phases: plain, cost }) };
});
const kitFields = {
  title: true,
  agenda: true,
  groupSize: true,
  before: true,
  after: true,
  preparationDays: true,
  cost: true,
} as const;
const anyKit = anyStored("kit").map((stored) => kit.published.pick(kitFields).parse(stored));
const anyResource = fc.oneof(
  anySolution,
  anyGuide,
  anyKit.map((data): PlannedResource => ({ type: "kit", data })),
);

test("whatever a sheet says, its plan is one that can be stored, in the order of days, and moves with its start", () => {
  const kits: fc.Arbitrary<PlannedKit[]> = fc.array(anyKit, { maxLength: 2 });
  fc.assert(
    fc.property(anyResource, kits, fc.constantFrom(...locales), fc.nat({ max: 900 }), (resource, own, locale, days) => {
      const words = planWords[locale];
      const made = planFrom(resource, own, { startDate: "2026-03-02", words });
      expect(plan.stored.parse(made)).toEqual(made);
      const dated = (made.steps ?? []).flatMap(({ on }) => on ?? []);
      expect(dated).toEqual(dated.toSorted());
      expect(new Set(made.steps?.map(({ key }) => key)).size).toBe(made.steps?.length ?? 0);
      const later = planFrom(resource, own, { startDate: addDays("2026-03-02", days), words });
      expect(later.steps?.map(({ on }) => on)).toEqual(made.steps?.map(({ on }) => on && addDays(on, days)));
    }),
    { numRuns: 100 },
  );
});
