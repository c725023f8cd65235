import type { stages } from "../components/loop.ts";
import type { AdoptionCounts } from "../read-api.ts";

/** A stage of an adoption. */
export type Stage = (typeof stages)[number];

/** To have stopped counts only for a centre that goes on nowhere else. */
const ranks = { stopped: 0, interested: 1, preparing: 2, running: 3, adopted: 4 } as const satisfies Record<
  Stage,
  number
>;

/** How many centres have taken a resource up and go on: those that have only noted it, or stopped, are not counted. */
export const adoptersIn = ({
  preparing,
  running,
  adopted,
}: Pick<AdoptionCounts, "preparing" | "running" | "adopted">): number => preparing + running + adopted;

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
