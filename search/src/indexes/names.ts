import type { Locale } from "@essaim/content";

/** The indexes that readers search, or those being built beside them. */
export type Edition = "live" | "next";

const suffix = { live: "", next: "_next" } as const satisfies Record<Edition, string>;

/** Name of the index of a language. @example indexName("fr") // "essaim_fr" */
export const indexName = (locale: Locale, edition: Edition = "live"): string => `essaim_${locale}${suffix[edition]}`;

/** Name of the index that holds the cursor, beside the documents that it speaks of. */
export const stateName = (edition: Edition = "live"): string => `essaim_state${suffix[edition]}`;
