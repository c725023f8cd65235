import type { Locale } from "@essaim/content";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import { nl } from "./nl.ts";

/** A message with a form for one and a form for several. */
export interface PluralMessage {
  readonly one: string;
  readonly other: string;
}

/** Name of a message; the French catalogue is the reference. */
export type MessageKey = keyof typeof fr;

/** A catalogue in one language: it has every message, and a plural where French has one. */
export type Catalogue = {
  readonly [K in MessageKey]: (typeof fr)[K] extends string ? string : PluralMessage;
};

/** Every message in every language of the portal. */
export const catalogues = { fr, en, nl } satisfies Record<Locale, Catalogue>;
