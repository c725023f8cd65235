import type { VersionChange } from "../diff/change.ts";
import { daysBetween } from "./day.ts";
import type { DatedStep } from "./keys.ts";

/** What a later version of the sheet would change in a plan. */
export const offerKinds = [
  "step-added",
  "step-removed",
  "step-retitled",
  "step-moved",
  "step-role",
  "step-note",
  "item-added",
  "item-removed",
  "item-changed",
  "material-added",
  "material-removed",
  "material-changed",
  "budget",
] as const;
/** What a later version of the sheet would change in a plan. */
export type OfferKind = (typeof offerKinds)[number];

/** From when to when a step lasts. */
export type Dates = Pick<DatedStep, "on" | "until">;

/**
 * One change that the sheet offers. `key` names it by what it says, whatever the versions. `own`: the centre changed the same thing
 * itself, and keeps what it has. `step` is the title that the sheet gave it before; `dates` are those of a step that moves.
 */
export interface Offer {
  readonly key: string;
  readonly kind: OfferKind;
  readonly state: "open" | "own";
  readonly step?: string | undefined;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly dates?: { readonly before: Dates; readonly after: Dates } | undefined;
  readonly added?: DatedStep | undefined;
}

/** What an offer says. */
export type Said = Omit<Offer, "key">;

/** What an offer says, its dates counted from the start: the same offer after the centre has put off its start. */
export function identityOf({ state: _, dates, added, ...said }: Said, start: string | undefined): unknown {
  const offset = (day: string | undefined) => (day && start ? daysBetween(start, day) : day);
  const counted = ({ on, until }: Dates) => [offset(on), offset(until)];
  return {
    ...said,
    ...(dates && { dates: [counted(dates.before), counted(dates.after)] }),
    ...(added && { added: [added.title, added.checklist, counted(added)] }),
  };
}

/** What a change to a step offers; nothing where the change is none of the sheet's. */
export function saidOfStep(
  change: VersionChange,
  before: DatedStep,
  after: DatedStep,
): Omit<Said, "state"> | undefined {
  const step = before.title;
  switch (change.path[0]) {
    case "on":
    case "until":
      return { kind: "step-moved", step, dates: { before: datesOf(before), after: datesOf(after) } };
    case "checklist":
      return { kind: `item-${actOf(change)}`, step, ...sidesOf(change) };
    case "title":
      return { kind: "step-retitled", step, ...sidesOf(change) };
    case "role":
      return { kind: "step-role", step, ...sidesOf(change) };
    case "note":
      return { kind: "step-note", step, ...sidesOf(change) };
    default:
      return undefined;
  }
}

const datesOf = ({ on, until }: Dates): Dates => ({ ...(on && { on }), ...(until && { until }) });

/** What became of a line. */
export const actOf = ({ kind }: VersionChange): "added" | "removed" | "changed" =>
  kind === "added" || kind === "removed" ? kind : "changed";

/** What stood there before, and what after. */
export function sidesOf(change: VersionChange): Pick<Offer, "before" | "after"> {
  if (change.kind === "added") return { after: wordsOf(change.item) };
  if (change.kind === "removed" || change.kind === "moved") return { before: wordsOf(change.item) };
  return { before: wordsOf(change.before), after: wordsOf(change.after) };
}

const wordsOf = (value: unknown): string | undefined => (value === undefined ? undefined : String(value));
