import { adaptSchema } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { memberWhoAsks } from "../../../members/who-asks.ts";
import { answering, parseRequest } from "../../../request-error.ts";
import { adapt } from "../../../sheets/adapt.ts";

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  adapt: answering(async (context) => {
    const member = await memberWhoAsks(strapi, context);
    return adapt(strapi, member, parseRequest(adaptSchema, context.request.body));
  }),
});
