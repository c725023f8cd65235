import type { Stage } from "./furthest-stage.ts";
import {
  changeStage,
  type StageChange,
  type Staged,
  type StageOutcome,
  stagesAfter,
  type WantedChange,
} from "./stage-change.ts";

/** How long after a stage was told its centre can still correct it, in milliseconds: a day. */
export const correctionTime = 86_400_000;

/** Whether a change of stage that was told then can still be corrected at this moment. */
export const mayCorrect = (toldAt: string | undefined, now: number): boolean =>
  toldAt !== undefined && now - Date.parse(toldAt) < correctionTime;

/** What the last change of stage may be corrected to: any that could follow then, or the stage before it, as if it had never been told. */
export function correctionsOf({
  history = [],
}: {
  readonly history?: readonly Pick<StageChange, "stage">[] | undefined;
}): readonly Stage[] {
  const before = history.at(-2)?.stage;
  return [...(before === undefined ? [] : [before]), ...stagesAfter(before)];
}

/**
 * Puts another change of stage in the place of the last one, by the rules of `changeStage`; corrected to the stage before it, the last one
 * goes out of the history. It undoes a slip of the hand: it is no step backwards.
 */
export function correctStage<A extends Staged>(
  adoption: A,
  change: WantedChange,
  sheetPublishedOn: string,
  today: string,
): StageOutcome<A> {
  const { stage, history, stoppedBecause } = beforeLast(adoption);
  const before: A = { ...adoption, stage, history, stoppedBecause };
  if (stage !== undefined && stage === change.stage) return { adoption: { ...before, stage, history, stoppedBecause } };
  return changeStage(before, change, sheetPublishedOn, today);
}

function beforeLast({ history = [], stoppedBecause }: Staged) {
  const earlier = history.slice(0, -1);
  const wasStop = history.at(-1)?.stage === "stopped";
  return {
    stage: earlier.at(-1)?.stage,
    history: earlier,
    stoppedBecause: wasStop ? earlier.findLast(({ stage }) => stage === "stopped")?.note : stoppedBecause,
  };
}
