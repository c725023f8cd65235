import { noticeFrequencySchema, noticesQuerySchema, noticesReadSchema, noticesStopSchema } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { memberWhoAsks } from "../../../members/who-asks.ts";
import { chooseFrequency, markRead, readNotices, stopMail } from "../../../notices/own-notices.ts";
import { answering, parseRequest, silent } from "../../../request-error.ts";

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  list: answering(async (context) => {
    const member = await memberWhoAsks(strapi, context);
    return readNotices(strapi, member, parseRequest(noticesQuerySchema, context.query).locale);
  }),
  read: silent(async (context) => {
    const member = await memberWhoAsks(strapi, context);
    await markRead(strapi, member, parseRequest(noticesReadSchema, context.request.body).upTo);
  }),
  frequency: silent(async (context) => {
    const member = await memberWhoAsks(strapi, context);
    await chooseFrequency(strapi, member, parseRequest(noticeFrequencySchema, context.request.body).frequency);
  }),
  stop: silent(({ request }) => stopMail(strapi, parseRequest(noticesStopSchema, request.body).link)),
});
