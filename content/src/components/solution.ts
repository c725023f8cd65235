import { defineComponent } from "../model/component.ts";
import { component, components, decimal, flag, integer, lines, partialDate, prose, string } from "../model/fields.ts";
import { story } from "../model/story.ts";
import { image, range } from "./shared.ts";

/** What was done, in order. */
export const step = defineComponent("solution.step", {
  title: string("text", 200, { required: true }),
  when: story(partialDate("fact")),
  duration: string("text", 80),
  body: prose("text"),
  image: component("fact", image),
});

/** A role in the team and how many people held it. */
export const role = defineComponent("solution.role", {
  role: string("text", 120, { required: true }),
  count: integer("fact", 1, 10_000),
  mission: string("text", 400),
});

/** What the original project used; amounts in euros. `isExample`: invented for the demonstration. */
export const means = defineComponent("solution.means", {
  budget: component("fact", range),
  equipment: lines("text"),
  rooms: lines("text"),
  notes: prose("text"),
  isExample: flag("fact"),
});

/** A figure, or a sentence when `value` is absent. `moreThan`: the value is a lower bound. */
export const result = defineComponent("solution.result", {
  label: string("text", 200, { required: true }),
  value: decimal("fact", -1_000_000_000, 1_000_000_000),
  unit: string("text", 40),
  moreThan: flag("fact"),
  body: prose("text"),
});

/** What changed, and for whom. */
export const changes = defineComponent("solution.changes", {
  residents: prose("text"),
  centre: prose("text"),
  territory: prose("text"),
  partners: prose("text"),
});

/** What was hard, hardest first. `isExample`: the explanations are invented for the demonstration. */
export const difficulty = defineComponent("solution.difficulty", {
  title: string("text", 200, { required: true }),
  whatHappened: prose("text"),
  howOvercome: prose("text"),
  isExample: flag("fact"),
});

/** One step of the replication plan: `weekOffset` in weeks from the start, negative before it; `durationWeeks` in weeks. */
export const planStep = defineComponent("solution.plan-step", {
  title: string("text", 200, { required: true }),
  weekOffset: integer("fact", -104, 520),
  durationWeeks: integer("fact", 0, 520),
  role: string("text", 120),
  checklist: lines("text"),
});

/** What another centre needs in order to do it again. `isExample`: invented for the demonstration, the numbers at a glance included. */
export const replication = defineComponent("solution.replication", {
  prerequisites: lines("text"),
  mustKeep: lines("text"),
  mayAdapt: lines("text"),
  skills: lines("text"),
  minimumTeam: lines("text"),
  pitfalls: lines("text"),
  plan: components("text", planStep),
  isExample: flag("fact"),
});
