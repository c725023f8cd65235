import type { Locale } from "@essaim/content";
import type { Facet } from "../query/facet-names.ts";

/** The values chosen of each facet. */
export type Choice = Readonly<Record<Facet, readonly string[]>>;

/** A search; values that no document has find nothing. */
export interface OfflineRequest extends Choice {
  readonly q: string;
  readonly locale: Locale;
  readonly sort: "relevance" | "newest" | "adopted";
  readonly limit: number;
  readonly offset: number;
}
