import { type Key, type Locale, memberPath } from "@essaim/content";

/** A sheet whose changes are taken over, and the one that they go into. */
export interface Pair {
  readonly from: Key;
  readonly into: Key;
}

/** Address where changes are taken over; `said` is what was done just now. */
export const mergePath = ({ from, into }: Pair, locale: Locale, said?: string): string =>
  `${memberPath("merge", locale)}?${new URLSearchParams({ de: from, dans: into, ...(said && { fait: said }) })}`;
