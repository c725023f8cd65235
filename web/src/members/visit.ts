import type { Member, MemberPlace } from "@essaim/content";

/** What a member's page says first, about what was just asked. */
export type Notice =
  | "wrong"
  | "tooMany"
  | "sent"
  | "changed"
  | "linkEnded"
  | "invalidPassword"
  | "invalidAddress"
  | "invited"
  | "refused";

/** One request for a page that is made for one person. */
export interface Visit {
  readonly place: MemberPlace;
  readonly member?: Member;
  readonly notice?: Notice;
  /** The secret of a message's link. */
  readonly link?: string;
  /** Whom the link is for. */
  readonly invitation?: { readonly email: string; readonly centre: string | null };
  /** The address that was typed, to be typed once. */
  readonly email?: string;
}
