import { missedSearchesRequestSchema } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { recordMissedSearches } from "../../../missed-searches/record.ts";
import { answering, parseRequest } from "../../../request-error.ts";

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  record: answering(async (context) => {
    const { searches } = parseRequest(missedSearchesRequestSchema, context.request.body);
    await recordMissedSearches(strapi, searches);
    context.status = 204;
    return undefined;
  }),
});
