import type { Staged } from "./stage-change.ts";

/** When an adoption came to its present stage, and what was said then: for one that stopped, why. */
export function latestChange({ stage, history = [], stoppedBecause }: Staged): {
  readonly since: string | undefined;
  readonly words: string | undefined;
} {
  const change = history.findLast((one) => one.stage === stage);
  return { since: change?.on, words: (stage === "stopped" ? stoppedBecause : undefined) ?? change?.note };
}
