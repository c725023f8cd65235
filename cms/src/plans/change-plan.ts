import {
  calendarDay,
  contentTypes,
  type EditRefusal,
  editPlan,
  type Locale,
  leaveOffers,
  type offerAnswerSchema,
  offeredChanges,
  type Plan,
  type PlanAct,
  type PlanEdit,
  type PlanVersions,
  takeOffers,
} from "@essaim/content";
import type { Core } from "@strapi/strapi";
import type { z } from "zod";
import { type AdoptionEntry, ownAdoption } from "../adoptions/own-adoptions.ts";
import { strapiUid } from "../database.ts";
import { changedMeanwhile } from "../members/changed-meanwhile.ts";
import type { CentreMember } from "../members/who-asks.ts";
import { inFeedTransaction } from "../publication/feed.ts";
import { RequestError } from "../request-error.ts";
import { createPlan } from "./make-plan.ts";
import { findPlan, planContent, planInput } from "./own-plan.ts";
import { planSource } from "./sheet-plan.ts";

const { plan: planType } = contentTypes;

/** Which adoption of a member's centre, and the language that they read. */
export interface OwnAdoption {
  readonly member: CentreMember;
  readonly uid: string;
  readonly locale: Locale;
}

/** Makes the plan of an adoption from its sheet as it is published; one that is there already stays as it is. */
export async function makePlan(
  strapi: Core.Strapi,
  { member, uid, locale }: OwnAdoption,
  startDate: string,
): Promise<AdoptionEntry> {
  return inFeedTransaction(strapi, async () => {
    const adoption = await ownAdoption(strapi, member, uid);
    if ((await createPlan(strapi, adoption, { startDate, locale })) === "gone")
      throw new RequestError(404, "unknown-resource", "this sheet is no longer published");
    return adoption;
  });
}

/** Changes parts of a plan, takes or leaves what its sheet offers: all that is asked, or nothing. */
export async function changePlan(
  strapi: Core.Strapi,
  { member, uid }: OwnAdoption,
  edits: readonly PlanAct[],
): Promise<AdoptionEntry> {
  return inFeedTransaction(strapi, async () => {
    const adoption = await ownAdoption(strapi, member, uid);
    const entry = await findPlan(strapi, uid);
    if (!entry) throw new RequestError(404, "unknown-plan", "this adoption has no plan");
    let { plan } = entry;
    for (const edit of edits)
      plan = "offers" in edit ? await answered(strapi, adoption, plan, edit) : edited(plan, edit);
    if (!planContent.safeParse(plan).success)
      throw new RequestError(400, "plan-full", "the plan would hold more than it can");
    await strapi.documents(strapiUid(planType)).update({ documentId: entry.documentId, data: planInput(plan) });
    return adoption;
  });
}

const refusals: Readonly<Record<EditRefusal, () => RequestError>> = {
  "changed-meanwhile": changedMeanwhile,
  "unknown-step": () => new RequestError(409, "unknown-step", "somebody took this step away meanwhile"),
  "too-many-steps": () => new RequestError(400, "too-many-steps", "the plan holds no more steps"),
  "until-before-on": () =>
    new RequestError(400, "until-before-on", "a step doesn't end before it begins", { field: "step.until" }),
};

function edited(plan: Plan, edit: PlanEdit): Plan {
  const outcome = editPlan(plan, edit, calendarDay(new Date()));
  if (outcome.refusal) throw refusals[outcome.refusal]();
  return outcome.plan;
}

/** Takes or leaves offers; once none is left, the plan knows the sheet's newest version. */
async function answered(
  strapi: Core.Strapi,
  adoption: AdoptionEntry,
  plan: Plan,
  { kind, offers }: z.infer<typeof offerAnswerSchema>,
): Promise<Plan> {
  const known = await versionsFor(strapi, adoption, plan);
  if (!known) throw changedMeanwhile();
  const next = kind === "take" ? takeOffers(known.versions, offers) : leaveOffers(plan, offers);
  if (!next) throw changedMeanwhile();
  if (offeredChanges({ ...known.versions, plan: next }).length > 0) return next;
  const { left: _, ...settled } = next;
  return { ...settled, version: known.newest };
}

/** A plan beside what its sheet proposed then and proposes now; undefined where the sheet is gone, or nothing newer is there. */
export async function versionsFor(
  strapi: Core.Strapi,
  { resource }: AdoptionEntry,
  plan: Plan,
): Promise<{ readonly versions: PlanVersions; readonly newest: number } | undefined> {
  const { version, language, startDate } = plan;
  if (!resource || version === undefined || language === undefined || startDate === undefined) return undefined;
  const source = await planSource(strapi, resource, language);
  if (!source || source.language !== language || source.newest === version) return undefined;
  const [madeFrom, latest] = [await source.planOf(version, startDate), await source.planOf(source.newest, startDate)];
  return madeFrom && latest ? { versions: { plan, madeFrom, latest }, newest: source.newest } : undefined;
}
