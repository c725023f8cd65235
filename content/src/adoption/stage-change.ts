import type { z } from "zod";
import { mostStageChanges, type stageChange } from "../components/loop.ts";
import type { Stage } from "./furthest-stage.ts";

/** One dated change in the history of an adoption. */
export type StageChange = z.infer<typeof stageChange.published>;

/** What the rules of stages need of an adoption; one that only begins has neither stage nor history. */
export interface Staged {
  readonly stage?: Stage | undefined;
  readonly history?: readonly StageChange[] | undefined;
  /** Why it stopped the last time: it stays when the adoption begins again. */
  readonly stoppedBecause?: string | undefined;
}

/** The change that a centre asks for; `on` is its day, `reason` is why it stopped. */
export interface WantedChange {
  readonly stage: Stage;
  readonly on: string;
  readonly note?: string | undefined;
  readonly reason?: string | undefined;
}

/** Why a change of stage is refused. `stage-backwards`: this stage doesn't follow the present one. */
export const stageRefusals = [
  "stage-unchanged",
  "stage-backwards",
  "reason-missing",
  "date-before-sheet",
  "date-before-last-change",
  "date-in-future",
  "too-many-changes",
] as const;
/** Why a change of stage is refused. */
export type StageRefusal = (typeof stageRefusals)[number];

/** An adoption after a change of stage. */
export type Changed<A extends Staged> = Omit<A, "stage" | "history" | "stoppedBecause"> & {
  readonly stage: Stage;
  readonly history: readonly StageChange[];
  readonly stoppedBecause?: string | undefined;
};

/** The adoption after the change, or why there is none. */
export type StageOutcome<A extends Staged> =
  | { readonly adoption: Changed<A>; readonly refusal?: undefined }
  | { readonly refusal: StageRefusal; readonly adoption?: undefined };

/** What may follow each stage: forward only, also over one; to stop is always possible, and who stopped may begin again. */
const following = {
  interested: ["preparing", "running", "adopted", "stopped"],
  preparing: ["running", "adopted", "stopped"],
  running: ["adopted", "stopped"],
  adopted: ["stopped"],
  stopped: ["interested", "preparing"],
} as const satisfies Record<Stage, readonly Stage[]>;

/** How a centre may begin: it may have come far before it says so here. */
const firstStages = ["interested", "preparing", "running", "adopted"] as const satisfies readonly Stage[];

/** The stages that may follow a stage, in order; without one, those that an adoption may begin with. */
export const stagesAfter = (stage: Stage | undefined): readonly Stage[] =>
  stage === undefined ? firstStages : following[stage];

/**
 * Moves an adoption to another stage, or says why it doesn’t. Days are `YYYY-MM-DD`: the change’s, the one on which the sheet
 * was first published, and today’s.
 */
export function changeStage<A extends Staged>(
  adoption: A,
  change: WantedChange,
  sheetPublishedOn: string,
  today: string,
): StageOutcome<A> {
  const refusal = refusalOf(adoption, change, sheetPublishedOn, today);
  if (refusal) return { refusal };
  const { stage, on } = change;
  const reason = stage === "stopped" ? wordsOf(change.reason) : undefined;
  // The history tells why it stopped even after another stop has another reason.
  const note = wordsOf(change.note) ?? reason;
  const stoppedBecause = reason ?? adoption.stoppedBecause;
  return {
    adoption: {
      ...adoption,
      stage,
      history: [...(adoption.history ?? []), { stage, on, ...(note !== undefined && { note }) }],
      ...(stoppedBecause !== undefined && { stoppedBecause }),
    },
  };
}

function refusalOf(
  { stage: present, history = [] }: Staged,
  { stage, on, reason }: WantedChange,
  sheetPublishedOn: string,
  today: string,
): StageRefusal | undefined {
  if (stage === present) return "stage-unchanged";
  if (!stagesAfter(present).includes(stage)) return "stage-backwards";
  if (stage === "stopped" && wordsOf(reason) === undefined) return "reason-missing";
  if (on > today) return "date-in-future";
  if (on < sheetPublishedOn) return "date-before-sheet";
  if (history.some((earlier) => earlier.on !== undefined && on < earlier.on)) return "date-before-last-change";
  return history.length >= mostStageChanges ? "too-many-changes" : undefined;
}

/** What was written, if anything was. */
const wordsOf = (text: string | undefined): string | undefined => text?.trim() || undefined;
