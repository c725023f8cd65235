import type { ResourceType } from "@essaim/content";
import type { MotifFacts, Scheme } from "./motif.ts";
import { hashOf } from "./random.ts";

/** What a cover is drawn from. */
export interface Covered {
  readonly type: ResourceType;
  readonly uid: string;
  readonly maturity?: string | undefined;
}

/** How far an idea has spread, by its maturity: scouts only, a first try, several trials, a swarm. */
const clustersByMaturity: Readonly<Record<string, number>> = { idea: 0, prototype: 1, tested: 3, replicated: 7 };

/** The drawing of a document: the riper it is, the further it has swarmed. */
export const motifFactsOf = ({ uid, maturity }: Covered): MotifFacts => ({
  seed: uid,
  clusters: clustersByMaturity[maturity ?? "idea"] ?? 0,
});

/** Guides and kits have one ground each; solutions one of two, by their uid. */
export function schemeOf({ type, uid }: Covered): Scheme {
  if (type === "guide") return "flax";
  if (type === "kit") return "brick";
  return hashOf(uid) % 2 === 0 ? "night" : "yellow";
}
