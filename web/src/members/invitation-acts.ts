import { isRefusal, type MemberClient, type Refusal } from "./member-client.ts";
import { lineOf, noticeOf } from "./outcome.ts";
import type { Notice } from "./visit.ts";

/** What comes of an invitation's form: what the page says, and the status of a refusal. */
export interface Invited {
  readonly notice: Notice;
  readonly status?: number;
}

/** Sends, sends again or takes back an invitation, as a form has it; undefined where the form is about something else. */
export async function actOnInvitation(
  client: MemberClient,
  form: URLSearchParams,
  { session, invite }: { readonly session: string; readonly invite: object },
): Promise<Invited | undefined> {
  const id = lineOf(form, "id");
  switch (form.get("act")) {
    case "invite":
      return said(await client.tell("invitations", { email: lineOf(form, "email"), ...invite }, session), "invited");
    case "inviteAgain":
      return said(await client.tell("invitations/again", { id }, session), "invitedAgain");
    case "cancelInvitation":
      return said(await client.tell("invitations/cancel", { id }, session), "invitationCancelled");
    default:
      return undefined;
  }
}

const notices: Partial<Record<Refusal["refused"], Notice>> = { 404: "invitationGone", 429: "tooManyInvitations" };

const said = (refusal: Refusal | undefined, done: Notice): Invited =>
  isRefusal(refusal)
    ? { notice: notices[refusal.refused] ?? noticeOf(refusal), status: refusal.refused }
    : { notice: done };
