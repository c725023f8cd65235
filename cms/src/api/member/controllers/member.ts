import {
  acceptSchema,
  forgottenSchema,
  invitationSchema,
  joinRequestSchema,
  newPasswordSchema,
  signInSchema,
} from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { askToJoin } from "../../../joining/ask-to-join.ts";
import { type Account, memberOf } from "../../../members/accounts.ts";
import { colleaguesOf } from "../../../members/colleagues.ts";
import { acceptInvitation, readInvitation } from "../../../members/invitations.ts";
import { choosePassword, forgetPassword } from "../../../members/passwords.ts";
import { pendingInvitations } from "../../../members/pending-invitations.ts";
import { beginSession, endSession, endSessionsOf } from "../../../members/sessions.ts";
import { signIn, wrongCredentials } from "../../../members/sign-in.ts";
import { centreMemberWhoAsks, memberWhoAsks, sessionOf } from "../../../members/who-asks.ts";
import { countUnread } from "../../../notices/own-notices.ts";
import { answering, parseRequest, silent } from "../../../request-error.ts";

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const enter = async (account: Account) => {
    const session = await beginSession(strapi, account);
    if (session === null) throw wrongCredentials();
    return { session, member: memberOf(account) };
  };
  return {
    signIn: answering(async ({ request }) => enter(await signIn(strapi, parseRequest(signInSchema, request.body)))),
    signOut: silent((context) => endSession(strapi, sessionOf(context))),
    signOutEverywhere: silent(async (context) => endSessionsOf(strapi, await memberWhoAsks(strapi, context))),
    me: answering(async (context) => {
      const account = await memberWhoAsks(strapi, context);
      return { member: memberOf(account), unread: await countUnread(strapi, account) };
    }),
    colleagues: answering(async (context) => {
      const member = await centreMemberWhoAsks(strapi, context);
      const invitations = await pendingInvitations(strapi, member.centre);
      return { colleagues: await colleaguesOf(strapi, member), invitations };
    }),
    forgotten: silent(({ request }) => forgetPassword(strapi, parseRequest(forgottenSchema, request.body))),
    password: silent(async ({ request }) => {
      const { link, password } = parseRequest(newPasswordSchema, request.body);
      await choosePassword(strapi, link, password);
    }),
    invitation: answering(({ request }) => readInvitation(strapi, parseRequest(invitationSchema, request.body).link)),
    join: silent(({ request }) => askToJoin(strapi, parseRequest(joinRequestSchema, request.body))),
    accept: answering(async ({ request }) =>
      enter(await acceptInvitation(strapi, parseRequest(acceptSchema, request.body))),
    ),
  };
};
