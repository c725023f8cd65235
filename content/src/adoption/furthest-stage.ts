import type { stages } from "../components/loop.ts";
import type { AdoptionCounts } from "../read-api.ts";

/** A stage of an adoption. */
export type Stage = (typeof stages)[number];

/** To have stopped counts only for a centre that goes on nowhere else. */
const ranks = { stopped: 0, interested: 1, preparing: 2, running: 3, adopted: 4 } as const satisfies Record<
  Stage,
  number
>;

/** Stages of centres that have taken a resource up and go on: to have only noted it, or to have stopped, is not that. */
const takenUp = ["preparing", "running", "adopted"] as const satisfies readonly Stage[];

/** Whether a centre that has come so far has taken a resource up and goes on. */
export const isTakenUp = (stage: Stage): boolean => takenUp.some((one) => one === stage);

/** How many centres have taken a resource up and go on. */
export const adoptersIn = (counts: Pick<AdoptionCounts, (typeof takenUp)[number]>): number =>
  takenUp.reduce((sum, stage) => sum + counts[stage], 0);

/** Of a centre's adoptions of one resource, the one that says how far it has come; the first of equals. Needs at least one. */
export const furthestAdoption = <A extends { readonly stage: Stage }>(own: readonly [A, ...A[]]): A =>
  own.reduce((furthest, other) => (ranks[other.stage] > ranks[furthest.stage] ? other : furthest));

/** Groups adoptions of one resource by centre; one whose centre is unknown stands alone. */
export function adoptionsByCentre<A extends { readonly uid: string }>(
  adoptions: readonly A[],
  centreOf: (adoption: A) => string | undefined,
): [A, ...A[]][] {
  const byCentre = Map.groupBy(adoptions, (adoption) => centreOf(adoption) ?? `adoption/${adoption.uid}`);
  return [...byCentre.values()].flatMap(([first, ...others]) => (first === undefined ? [] : [[first, ...others]]));
}
