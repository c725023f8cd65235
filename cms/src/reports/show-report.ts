import {
  blocksSchema,
  blocksToPlain,
  type MemberReport,
  memberReportAnswerSchema,
  memberReportSchema,
  type PlannedEffort,
  reportTexts,
} from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { type AdoptionEntry, ownAdoption } from "../adoptions/own-adoptions.ts";
import { publishedResource } from "../adoptions/published-resource.ts";
import type { CentreMember } from "../members/who-asks.ts";
import { type ReportEntry, reportsOn } from "./own-report.ts";

/** A report as its centre writes on it. */
export function toMemberReport({ uid, revision, draft, published, isChanged }: ReportEntry): MemberReport {
  const { on, language, audienceReached, preparationDays, cost, wouldRepeat, visibility } = draft;
  const nothing = { context: null, changed: null, failed: null, advice: null };
  const texts = reportTexts.flatMap((name) => {
    const blocks = blocksSchema.safeParse(draft[name]).data;
    return blocks ? [[name, blocksToPlain(blocks)] as const] : [];
  });
  return memberReportSchema.parse({
    ...{ uid, revision, isPublished: published !== undefined, isChanged, visibility },
    ...{ on: on ?? null, language: language ?? null, wouldRepeat: wouldRepeat ?? null },
    ...{ audienceReached: audienceReached ?? null, preparationDays: preparationDays ?? null, cost: cost ?? null },
    ...nothing,
    ...Object.fromEntries(texts),
  });
}

/** What a member's centre has told of an adoption so far, beside what its resource says that it takes. */
export async function readOwnReport(strapi: Core.Strapi, member: CentreMember, uid: string) {
  const adoption = await ownAdoption(strapi, member, uid);
  const found = (await reportsOn(strapi, [adoption.uid])).get(adoption.uid);
  return { report: found ? toMemberReport(found) : null, planned: await plannedEffort(strapi, adoption) };
}

/** What the resource of an adoption says that it takes. */
export async function plannedEffort(strapi: Core.Strapi, { resource: key }: AdoptionEntry): Promise<PlannedEffort> {
  const resource = key && (await publishedResource(strapi, key));
  const { preparationDays, cost } = resource?.stored ?? {};
  return memberReportAnswerSchema.shape.planned.safeParse({ preparationDays, cost }).data ?? {};
}
