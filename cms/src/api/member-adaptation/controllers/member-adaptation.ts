import {
  adaptSchema,
  keySchema,
  localeSchema,
  mergePairSchema,
  mergeSchema,
  saveSheetSchema,
  sheetFileQuerySchema,
  undoMergeSchema,
  withdrawSheetSchema,
} from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { centreMemberWhoAsks, memberWhoAsks } from "../../../members/who-asks.ts";
import { answering, parseRequest } from "../../../request-error.ts";
import { adapt } from "../../../sheets/adapt.ts";
import { beforeAdapting } from "../../../sheets/before-adapting.ts";
import { ownDraft } from "../../../sheets/draft-sheet.ts";
import { followOriginal, merge, readMerge, undoMerge } from "../../../sheets/merge.ts";
import { ownSheets } from "../../../sheets/own-sheets.ts";
import { saveSheet } from "../../../sheets/save.ts";
import { storeSheetFile } from "../../../sheets/sheet-files.ts";
import { showDraft } from "../../../sheets/show.ts";
import { withdrawSheet } from "../../../sheets/withdraw.ts";

const sheetQuerySchema = z.strictObject({ key: keySchema });
const parentQuerySchema = z.strictObject({ of: keySchema, locale: localeSchema });

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  adapt: answering(async (context) => {
    const member = await memberWhoAsks(strapi, context);
    return adapt(strapi, member, parseRequest(adaptSchema, context.request.body));
  }),

  before: answering(async (context) => {
    const member = await memberWhoAsks(strapi, context);
    return beforeAdapting(strapi, member, parseRequest(parentQuerySchema, context.query));
  }),

  sheet: answering(async (context) => {
    const member = await memberWhoAsks(strapi, context);
    return showDraft(strapi, await ownDraft(strapi, member, parseRequest(sheetQuerySchema, context.query).key));
  }),

  own: answering(async (context) => ownSheets(strapi, await centreMemberWhoAsks(strapi, context))),

  withdraw: answering(async (context) => {
    const member = await memberWhoAsks(strapi, context);
    return withdrawSheet(strapi, member, parseRequest(withdrawSheetSchema, context.request.body).key);
  }),

  save: answering(async (context) => {
    const member = await memberWhoAsks(strapi, context);
    return saveSheet(strapi, member, parseRequest(saveSheetSchema, context.request.body));
  }),

  storeFile: answering(async (context) => {
    const member = await centreMemberWhoAsks(strapi, context);
    return storeSheetFile(strapi, member, context.req, parseRequest(sheetFileQuerySchema, context.query));
  }),

  merges: answering(async (context) => {
    const member = await memberWhoAsks(strapi, context);
    return readMerge(strapi, member, parseRequest(mergePairSchema, context.query));
  }),

  merge: answering(async (context) => {
    const member = await memberWhoAsks(strapi, context);
    return merge(strapi, member, parseRequest(mergeSchema, context.request.body));
  }),

  undo: answering(async (context) => {
    const member = await memberWhoAsks(strapi, context);
    return undoMerge(strapi, member, parseRequest(undoMergeSchema, context.request.body));
  }),

  follow: answering(async (context) => {
    const member = await memberWhoAsks(strapi, context);
    return followOriginal(strapi, member, parseRequest(mergePairSchema, context.request.body));
  }),
});
