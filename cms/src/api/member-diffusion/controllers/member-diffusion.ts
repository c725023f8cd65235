import { diffusionSeenSchema, memberQuerySchema } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { federationOnly, markSeen, readDiffusion } from "../../../diffusion/read-diffusion.ts";
import { memberWhoAsks } from "../../../members/who-asks.ts";
import { answering, parseRequest, type RequestContext, silent } from "../../../request-error.ts";

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const whoAsks = async (context: RequestContext) => {
    const account = await memberWhoAsks(strapi, context);
    federationOnly(account);
    return account;
  };
  return {
    read: answering(async (context) =>
      readDiffusion(strapi, await whoAsks(context), parseRequest(memberQuerySchema, context.query).locale),
    ),
    seen: silent(async (context) => {
      const account = await whoAsks(context);
      await markSeen(strapi, account, parseRequest(diffusionSeenSchema, context.request.body).at);
    }),
  };
};
