import { diffusionSeenSchema, memberQuerySchema } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { markSeen, readDiffusion } from "../../../diffusion/read-diffusion.ts";
import { federationMemberWhoAsks } from "../../../members/who-asks.ts";
import { answering, parseRequest, silent } from "../../../request-error.ts";

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  read: answering(async (context) =>
    readDiffusion(
      strapi,
      await federationMemberWhoAsks(strapi, context),
      parseRequest(memberQuerySchema, context.query).locale,
    ),
  ),
  seen: silent(async (context) => {
    const account = await federationMemberWhoAsks(strapi, context);
    await markSeen(strapi, account, parseRequest(diffusionSeenSchema, context.request.body).at);
  }),
});
