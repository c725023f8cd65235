import { type Locale, type MemberPlanAnswer, offeredChanges } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { toMemberAdoptions } from "../adoptions/member-view.ts";
import type { AdoptionEntry } from "../adoptions/own-adoptions.ts";
import { plannedEffort } from "../reports/show-report.ts";
import { RequestError } from "../request-error.ts";
import { versionsFor } from "./change-plan.ts";
import { findPlan } from "./own-plan.ts";

/** An adoption with its plan, as its own centre sees them. */
export async function showPlan(strapi: Core.Strapi, entry: AdoptionEntry, locale: Locale): Promise<MemberPlanAnswer> {
  const [adoption] = await toMemberAdoptions(strapi, [entry], locale);
  if (!adoption) throw new RequestError(404, "unknown-adoption", "this centre has no such adoption");
  const found = await findPlan(strapi, entry.uid);
  if (!found) return { adoption, plan: null };
  const known = await versionsFor(strapi, entry, found.plan);
  const offers = known ? offeredChanges(known.versions) : [];
  const { cost } = await plannedEffort(strapi, entry);
  return { adoption, plan: { uid: found.uid, plan: found.plan, offers }, ...(cost && { cost }) };
}
