import {
  adoptSchema,
  keyOf,
  type Locale,
  memberQuerySchema,
  privateNoteRequestSchema,
  reportRequestSchema,
  resourceKeySchema,
  stageRequestSchema,
  versionRequestSchema,
  visibilityRequestSchema,
} from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { adopt } from "../../../adoptions/adopt.ts";
import { readAdoptable } from "../../../adoptions/adoptable.ts";
import { correctLastStage, followVersion, keepNote, type Moved, moveStage, showTo } from "../../../adoptions/change.ts";
import { toMemberAdoptions } from "../../../adoptions/member-view.ts";
import { type AdoptionEntry, ownAdoption, ownAdoptions } from "../../../adoptions/own-adoptions.ts";
import { type CentreMember, centreMemberWhoAsks } from "../../../members/who-asks.ts";
import { readOwnReport, toMemberReport } from "../../../reports/show-report.ts";
import { tell } from "../../../reports/tell.ts";
import { answering, parseRequest, type RequestContext, RequestError } from "../../../request-error.ts";

export default ({ strapi }: { strapi: Core.Strapi }) => {
  /** Answers a member who acts for a centre, in the language that they read. */
  const forCentre = (answer: (member: CentreMember, locale: Locale, context: RequestContext) => Promise<unknown>) =>
    answering(async (context) => {
      const member = await centreMemberWhoAsks(strapi, context);
      return answer(member, parseRequest(memberQuerySchema, context.query).locale, context);
    });
  const shown = async (entry: AdoptionEntry, locale: Locale) => {
    const [adoption] = await toMemberAdoptions(strapi, [entry], locale);
    return { adoption };
  };
  const moved = async ({ entry, planMade }: Moved, locale: Locale) => ({ ...(await shown(entry, locale)), planMade });
  const uidOf = ({ params }: RequestContext) => params["uid"] ?? "";
  return {
    list: forCentre(async (member, locale) => ({
      adoptions: await toMemberAdoptions(strapi, await ownAdoptions(strapi, member), locale),
    })),
    adopt: forCentre(async (member, locale, { request }) => {
      const { entry, ...rest } = await adopt(strapi, member, parseRequest(adoptSchema, request.body), locale);
      return { ...(await shown(entry, locale)), ...rest };
    }),
    read: forCentre(async (member, locale, context) =>
      shown(await ownAdoption(strapi, member, uidOf(context)), locale),
    ),
    stage: forCentre(async (member, locale, context) => {
      const asked = parseRequest(stageRequestSchema, context.request.body);
      return moved(await moveStage(strapi, member, { uid: uidOf(context), locale }, asked), locale);
    }),
    correct: forCentre(async (member, locale, context) => {
      const asked = parseRequest(stageRequestSchema, context.request.body);
      return moved(await correctLastStage(strapi, member, { uid: uidOf(context), locale }, asked), locale);
    }),
    version: forCentre(async (member, locale, context) => {
      const asked = parseRequest(versionRequestSchema, context.request.body);
      return shown(await followVersion(strapi, member, uidOf(context), asked), locale);
    }),
    visibility: forCentre(async (member, locale, context) => {
      const asked = parseRequest(visibilityRequestSchema, context.request.body);
      return shown(await showTo(strapi, member, uidOf(context), asked), locale);
    }),
    note: forCentre(async (member, locale, context) => {
      const asked = parseRequest(privateNoteRequestSchema, context.request.body);
      return shown(await keepNote(strapi, member, uidOf(context), asked), locale);
    }),
    report: forCentre((member, _, context) => readOwnReport(strapi, member, uidOf(context))),
    tell: forCentre(async (member, locale, { request }) => {
      const asked = parseRequest(reportRequestSchema, request.body);
      return { report: toMemberReport(await tell(strapi, member, asked, locale)) };
    }),
    adoptable: forCentre(async (member, locale, { params }) => {
      const key = resourceKeySchema.safeParse(keyOf(params["type"] ?? "", params["uid"] ?? ""));
      if (!key.success) throw new RequestError(404, "unknown-resource", "no such resource is published");
      return readAdoptable(strapi, member, key.data, locale);
    }),
  };
};
