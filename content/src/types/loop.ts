import type { z } from "zod";
import { answer, datedStep, mostStageChanges, stageChange, stageNoteMax, stages } from "../components/loop.ts";
import { locales } from "../locales.ts";
import {
  components,
  date,
  decimal,
  enumeration,
  flag,
  integer,
  lines,
  prose,
  reference,
  references,
  secret,
  string,
  text,
} from "../model/fields.ts";
import { defineType } from "./define-type.ts";

/** Who may read what a centre tells: everybody, whoever has signed in, or its own members. From widest to narrowest. */
export const visibilities = ["all", "network", "centre"] as const;
/** Whether a centre would do again what it took up. */
export const repeatAnswers = ["yes", "with-changes", "no"] as const;
/** Longest note that a centre keeps to itself, in characters. */
export const privateNoteMax = 5000;

const visibility = enumeration("fact", visibilities, { required: true });
const publicOnly = { field: "visibility", equals: "all" } as const;

/** A centre takes up a resource; public when its visibility is `all`. */
export const adoption = defineType({
  name: "adoption",
  plural: "adoptions",
  localized: false,
  draftAndPublish: false,
  publicity: publicOnly,
  about: "resource",
  fields: {
    centre: reference("fact", "centre"),
    resource: reference("fact", "solution", "guide", "kit"),
    version: integer("fact", 1, 1_000_000),
    stage: enumeration("fact", stages, { required: true }),
    history: components("fact", stageChange, mostStageChanges),
    stoppedBecause: text("fact", stageNoteMax),
    adaptation: reference("fact", "solution", "guide", "kit"),
    visibility,
    isExample: flag("fact"),
    privateNote: secret(text("fact", privateNoteMax)),
  },
});

/** Most steps that a plan holds. */
export const mostPlanSteps = 100;
/** Longest notes of a plan, in characters. */
export const planNotesMax = 100_000;

/**
 * A centre's own plan for an adoption: never published, no versions. `version` and `language` are the sheet's that it was made from or last
 * brought up to; `left` are changes of later versions that the centre doesn't want. Amounts in euros.
 */
export const plan = defineType({
  name: "plan",
  plural: "plans",
  localized: false,
  draftAndPublish: false,
  publicity: "none",
  fields: {
    adoption: reference("fact", "adoption"),
    version: integer("fact", 1, 1_000_000),
    language: enumeration("fact", locales),
    startDate: date("fact"),
    steps: components("fact", datedStep, mostPlanSteps),
    materials: lines("fact"),
    gathered: lines("fact"),
    budget: decimal("fact", 0, 1_000_000),
    spent: decimal("fact", 0, 1_000_000),
    notes: text("fact", planNotesMax),
    left: lines("fact"),
  },
});

/** What happened when a centre took up a resource: context, time and cost beside the planned, what changed, what failed. */
export const report = defineType({
  name: "report",
  plural: "reports",
  localized: false,
  draftAndPublish: true,
  publicity: publicOnly,
  about: "adoption",
  fields: {
    adoption: reference("fact", "adoption"),
    on: date("fact"),
    language: enumeration("fact", locales),
    context: prose("fact"),
    audienceReached: integer("fact", 0, 1_000_000),
    preparationDays: integer("fact", 0, 3650),
    cost: decimal("fact", 0, 10_000_000),
    changed: prose("fact"),
    failed: prose("fact"),
    advice: prose("fact"),
    wouldRepeat: enumeration("fact", repeatAnswers),
    visibility,
    isExample: flag("fact"),
  },
});

/** A question that a centre asks the network, with its answers. */
export const need = defineType({
  name: "need",
  plural: "needs",
  localized: false,
  draftAndPublish: true,
  publicity: publicOnly,
  fields: {
    title: string("fact", 200, { required: true }),
    body: prose("fact"),
    language: enumeration("fact", locales),
    centre: reference("fact", "centre"),
    askedBy: reference("fact", "person"),
    on: date("fact"),
    themes: references("fact", "theme"),
    state: enumeration("fact", ["open", "answered"]),
    answers: components("fact", answer, 200),
    visibility,
    isExample: flag("fact"),
  },
});

export type Adoption = z.infer<typeof adoption.published>;
export type Plan = z.infer<typeof plan.stored>;
export type Report = z.infer<typeof report.published>;
export type Need = z.infer<typeof need.published>;
