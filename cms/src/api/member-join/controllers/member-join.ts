import { decideJoinSchema } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { decideJoin, waitingJoins } from "../../../joining/decide-join.ts";
import { federationMemberWhoAsks } from "../../../members/who-asks.ts";
import { answering, parseRequest, silent } from "../../../request-error.ts";

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  waiting: answering(async (context) => {
    await federationMemberWhoAsks(strapi, context);
    return { requests: await waitingJoins(strapi) };
  }),
  decide: silent(async (context) => {
    await federationMemberWhoAsks(strapi, context);
    await decideJoin(strapi, parseRequest(decideJoinSchema, context.request.body));
  }),
});
