import {
  invitationAnswerSchema,
  memberNameSchema,
  passwordSchema,
  secretIdSchema,
  sessionAnswerSchema,
} from "@essaim/content";
import { startPath } from "../member-address.ts";
import { isRefusal, type MemberClient } from "../member-client.ts";
import { lineOf, type MakePlace, noticeOf, type Outcome } from "../outcome.ts";
import type { Notice } from "../visit.ts";

const place = "invitation";

/** Opening the account that somebody was invited to. */
export const invitationPlace: MakePlace = (client) => ({
  show: ({ query }) => showInvitation(client, new URLSearchParams(query).get("lien")),
  async act({ locale }, form) {
    const link = secretIdSchema.safeParse(form.get("lien")).data;
    const password = passwordSchema.safeParse(form.get("password")).data;
    const name = memberNameSchema.safeParse(lineOf(form, "name")).data;
    if (link === undefined || password === undefined || name === undefined)
      return showInvitation(client, form.get("lien"), "invalidPassword");
    const answer = await client.post(sessionAnswerSchema, "invitation/accept", { link, name, password });
    if (isRefusal(answer)) return { status: answer.refused, visit: { place, notice: noticeOf(answer) } };
    return { to: startPath(answer.member, locale), session: answer.session };
  },
});

async function showInvitation(client: MemberClient, given: string | null, notice?: Notice): Promise<Outcome> {
  const link = secretIdSchema.safeParse(given).data;
  const invitation = link === undefined ? undefined : await client.post(invitationAnswerSchema, "invitation", { link });
  if (link === undefined || invitation === undefined || isRefusal(invitation))
    return { status: 410, visit: { place, notice: "linkEnded" } };
  return { visit: { place, link, invitation, ...(notice && { notice }) }, ...(notice && { status: 400 }) };
}
