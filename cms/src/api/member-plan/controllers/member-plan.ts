import { makePlanSchema, memberQuerySchema, planRequestSchema } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { type AdoptionEntry, ownAdoption } from "../../../adoptions/own-adoptions.ts";
import { centreMemberWhoAsks } from "../../../members/who-asks.ts";
import { changePlan, makePlan, type OwnAdoption } from "../../../plans/change-plan.ts";
import { showPlan } from "../../../plans/show-plan.ts";
import { answering, parseRequest, type RequestContext } from "../../../request-error.ts";

export default ({ strapi }: { strapi: Core.Strapi }) => {
  /** Does something with an adoption of the member's centre, and answers with its plan then. */
  const forOwn = (act: (own: OwnAdoption, body: unknown) => Promise<AdoptionEntry>) =>
    answering(async (context: RequestContext) => {
      const member = await centreMemberWhoAsks(strapi, context);
      const { locale } = parseRequest(memberQuerySchema, context.query);
      const entry = await act({ member, locale, uid: context.params["uid"] ?? "" }, context.request.body);
      return showPlan(strapi, entry, locale);
    });
  return {
    read: forOwn(({ member, uid }) => ownAdoption(strapi, member, uid)),
    make: forOwn((own, body) => makePlan(strapi, own, parseRequest(makePlanSchema, body).startDate)),
    edit: forOwn((own, body) => changePlan(strapi, own, parseRequest(planRequestSchema, body).edits)),
  };
};
