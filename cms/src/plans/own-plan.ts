import {
  contentTypes,
  keyed,
  listed,
  mapLeaves,
  type Plan,
  populateOf,
  type Stored,
  toInput,
  toStored,
} from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { rowsOf } from "../database.ts";

const { plan: planType } = contentTypes;
const rowSchema = z.looseObject({ documentId: z.string(), uid: z.string() });

/** What a plan says, without what it is the plan of. */
export const planContent = planType.stored.omit({ adoption: true });

/** A plan as the CMS has it. */
export interface PlanEntry {
  readonly documentId: string;
  readonly uid: string;
  readonly plan: Plan;
}

/** The plan of an adoption, if there is one; whose adoption it is has been asked before. */
export async function findPlan(strapi: Core.Strapi, adoption: string): Promise<PlanEntry | undefined> {
  const found: unknown = await rowsOf(strapi, planType).findOne({
    where: { adoption: { uid: adoption } },
    populate: populateOf(planType.fields),
  });
  if (found === null) return undefined;
  const { documentId, uid, ...row } = rowSchema.parse(found);
  const { steps, ...plan } = planContent.parse(withoutAdoption(asPlansHold(toStored(planType.fields, row))));
  // Steps that were written at the desk have no keys.
  return { documentId, uid, plan: { ...plan, ...(steps && { steps: keyed(steps) }) } };
}

/** The desk lets editors write longer lists, and lines with tabs, than a plan holds: such a plan is shown all the same. */
const asPlansHold = (stored: Stored): Stored =>
  mapLeaves(planType.fields, stored, ({ shape }, value) =>
    shape.kind === "lines" ? listed(z.array(z.string()).parse(value)) : value,
  );

const withoutAdoption = ({ adoption: _, ...rest }: Record<string, unknown>) => rest;

const { adoption: _adoption, ...ownFields } = planType.fields;

/** The Document Service's input for what a plan says. */
export const planInput = (plan: Plan): Record<string, unknown> =>
  toInput(ownFields, planContent.parse(plan), { document: () => undefined, file: () => undefined });
