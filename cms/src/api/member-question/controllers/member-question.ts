import { answerSchema, askableQuerySchema, askSchema, questionLinkSchema } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { findSession } from "../../../members/sessions.ts";
import { memberWhoAsks, sessionOf } from "../../../members/who-asks.ts";
import { answer, ownQuestions, questionOfLink } from "../../../questions/answer.ts";
import { ask } from "../../../questions/ask.ts";
import { askableOf, whoIsAsked } from "../../../questions/askable.ts";
import { answering, parseRequest, type RequestContext } from "../../../request-error.ts";

export default ({ strapi }: { strapi: Core.Strapi }) => {
  /** Questions and answers by link need no session. */
  const perhapsMember = (context: RequestContext) => findSession(strapi, sessionOf(context));
  return {
    askable: answering(async ({ query }) => {
      const { of, locale } = parseRequest(askableQuerySchema, query);
      return askableOf(strapi, await whoIsAsked(strapi, of, locale));
    }),

    ask: answering(async (context) => {
      await ask(strapi, parseRequest(askSchema, context.request.body), await perhapsMember(context));
      context.status = 204;
      return undefined;
    }),

    own: answering(async (context) => ownQuestions(strapi, await memberWhoAsks(strapi, context))),

    ofLink: answering(({ request }) => questionOfLink(strapi, parseRequest(questionLinkSchema, request.body).link)),

    answer: answering(async (context) =>
      answer(strapi, parseRequest(answerSchema, context.request.body), await perhapsMember(context)),
    ),
  };
};
