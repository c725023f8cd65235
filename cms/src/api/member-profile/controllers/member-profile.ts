import { leaveSchema, profileQuerySchema, saveProfileSchema } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { leave } from "../../../members/leaving.ts";
import { ownData } from "../../../members/own-data.ts";
import { readProfile, saveProfile } from "../../../members/profile.ts";
import { memberWhoAsks } from "../../../members/who-asks.ts";
import { answering, parseRequest } from "../../../request-error.ts";

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  read: answering(async (context) => {
    const member = await memberWhoAsks(strapi, context);
    return readProfile(strapi, member, parseRequest(profileQuerySchema, context.query).locale);
  }),

  save: answering(async (context) => {
    const member = await memberWhoAsks(strapi, context);
    await saveProfile(strapi, member, parseRequest(saveProfileSchema, context.request.body));
    context.status = 204;
    return undefined;
  }),

  data: answering(async (context) => ownData(strapi, await memberWhoAsks(strapi, context))),

  leave: answering(async (context) => {
    const member = await memberWhoAsks(strapi, context);
    await leave(strapi, member, parseRequest(leaveSchema, context.request.body).password);
    context.status = 204;
    return undefined;
  }),
});
