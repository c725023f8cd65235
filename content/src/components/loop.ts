import { defineComponent } from "../model/component.ts";
import {
  date,
  datetime,
  enumeration,
  integer,
  lines,
  prose,
  reference,
  references,
  secret,
  string,
  text,
} from "../model/fields.ts";

/** Stages of an adoption, in order; `stopped` can follow any of the others. */
export const stages = ["interested", "preparing", "running", "adopted", "stopped"] as const;

/** Most changes that the history of one adoption holds. */
export const mostStageChanges = 100;

/** Longest note on a change of stage, and longest reason for stopping, in characters. */
export const stageNoteMax = 2000;

/** A change of stage; `by` is who told of it and `toldAt` when, for their own centre alone. */
export const stageChange = defineComponent("loop.stage-change", {
  stage: enumeration("fact", stages, { required: true }),
  on: date("fact"),
  note: text("fact", stageNoteMax),
  by: secret(string("fact", 160)),
  toldAt: secret(datetime("fact")),
});

/**
 * A dated step of a centre's plan, from `on` to `until`. `role` is what the sheet says of who does it, `responsible` who it is;
 * `done` are the lines of the checklist that are ticked. `key` stays the same however the step changes.
 */
export const datedStep = defineComponent("loop.dated-step", {
  title: string("fact", 200, { required: true }),
  on: date("fact"),
  until: date("fact"),
  role: string("fact", 120),
  responsible: string("fact", 120),
  checklist: lines("fact"),
  done: lines("fact"),
  note: text("fact", 5000),
  doneOn: date("fact"),
  key: string("fact", 20),
});

/** An answer to a need. */
export const answer = defineComponent("loop.answer", {
  person: reference("fact", "person"),
  at: datetime("fact"),
  body: prose("fact"),
  resources: references("fact", "solution", "guide", "kit"),
});

/** Where an adaptation comes from: the document and its version then. */
export const derivation = defineComponent("loop.derivation", {
  document: reference("fact", "solution", "guide", "kit"),
  version: integer("fact", 1, 1_000_000),
});
