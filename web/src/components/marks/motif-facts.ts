import { type AdoptionCounts, adoptersIn, type ResourceType } from "@essaim/content";
import type { MotifFacts, Scheme } from "./motif.ts";
import { hashOf } from "./random.ts";

/** What a cover is drawn from. */
export interface Covered {
  readonly type: ResourceType;
  readonly uid: string;
  readonly spread?: AdoptionCounts | undefined;
}

/** The drawing of a document: a cluster for each centre that took it up, in the accent colour for each adaptation; scouts alone before that. */
export function motifFactsOf({ uid, spread }: Pick<Covered, "uid" | "spread">): MotifFacts {
  if (spread === undefined) return { seed: uid, clusters: 0 };
  // An adaptation can be published without a word on the adoption that led to it.
  return { seed: uid, clusters: Math.max(adoptersIn(spread), spread.adaptations), accents: spread.adaptations };
}

/** Guides and kits have one ground each; solutions one of two, by their uid. */
export function schemeOf({ type, uid }: Covered): Scheme {
  if (type === "guide") return "flax";
  if (type === "kit") return "brick";
  return hashOf(uid) % 2 === 0 ? "night" : "yellow";
}
