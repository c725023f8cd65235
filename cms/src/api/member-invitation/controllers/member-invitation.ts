import { inviteSchema, namedInvitationSchema } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { inviteColleague } from "../../../members/invitations.ts";
import { cancelInvitation, inviteAgain, pendingInvitations } from "../../../members/pending-invitations.ts";
import { federationMemberWhoAsks, memberWhoAsks } from "../../../members/who-asks.ts";
import { answering, parseRequest, silent } from "../../../request-error.ts";

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  pending: answering(async (context) => {
    await federationMemberWhoAsks(strapi, context);
    return { invitations: await pendingInvitations(strapi) };
  }),
  invite: silent(async (context) => {
    const member = await memberWhoAsks(strapi, context);
    await inviteColleague(strapi, member, parseRequest(inviteSchema, context.request.body));
  }),
  again: silent(async (context) => {
    const member = await memberWhoAsks(strapi, context);
    await inviteAgain(strapi, member, parseRequest(namedInvitationSchema, context.request.body).id);
  }),
  cancel: silent(async (context) => {
    const member = await memberWhoAsks(strapi, context);
    await cancelInvitation(strapi, member, parseRequest(namedInvitationSchema, context.request.body).id);
  }),
});
