import { contentTypes, type Locale } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import type { AdoptionEntry } from "../adoptions/own-adoptions.ts";
import { strapiUid } from "../database.ts";
import { freeUid } from "../publication/identity.ts";
import { findPlan, planInput } from "./own-plan.ts";
import { planSource } from "./sheet-plan.ts";

const { plan: planType } = contentTypes;

/** Where a plan begins, and the language that its maker reads. */
export interface PlanAsked {
  readonly startDate: string;
  readonly locale: Locale;
}

/**
 * Makes the plan of an adoption from its sheet as it is published. To be called in a transaction that holds the feed’s lock: `there` is one that
 * somebody made before, `gone` a sheet that is no longer published; with `unlessEmpty`, `empty` is one that proposes nothing to do.
 */
export async function createPlan(
  strapi: Core.Strapi,
  { uid, documentId, resource }: AdoptionEntry,
  { startDate, locale }: PlanAsked,
  { unlessEmpty = false } = {},
): Promise<"made" | "there" | "gone" | "empty"> {
  if (await findPlan(strapi, uid)) return "there";
  const source = resource && (await planSource(strapi, resource, locale));
  const made = source && (await source.planOf(source.newest, startDate));
  if (!made) return "gone";
  if (unlessEmpty && !made.steps?.length && !made.materials?.length) return "empty";
  const plan = { ...made, version: source.newest, language: source.language };
  const free = await freeUid(strapi, planType, uid);
  const data = { ...planInput(plan), uid: free, adoption: { set: [{ documentId }] } };
  await strapi.documents(strapiUid(planType)).create({ data });
  return "made";
}
