import { z } from "zod";
import { datedStep } from "./components/loop.ts";
import { range } from "./components/shared.ts";
import { memberAdoptionSchema } from "./member-adoptions.ts";
import { offerAnswerSchema, planDaySchema, planEditSchema } from "./plan/edit-schema.ts";
import { offerKinds } from "./plan/offer.ts";
import { mostPlanSteps, plan } from "./types/loop.ts";

const dates = datedStep.stored.pick({ on: true, until: true });

/** A change that a later version of the sheet offers to a plan. */
export const offerSchema = z.object({
  key: z.string(),
  kind: z.enum(offerKinds),
  state: z.enum(["open", "own"]),
  step: z.string().optional(),
  before: z.string().optional(),
  after: z.string().optional(),
  dates: z.object({ before: dates, after: dates }).optional(),
  added: datedStep.stored.optional(),
});

/** A centre's plan as its members see it, with what the sheet offers since. */
export const memberPlanSchema = z.object({
  uid: z.string(),
  plan: plan.stored.omit({ adoption: true }),
  offers: z.array(offerSchema),
});

/** An answer about the plan of an adoption; there may be none yet. */
export const memberPlanAnswerSchema = z.object({
  adoption: memberAdoptionSchema,
  plan: memberPlanSchema.nullable(),
  /** What the sheet says that it costs. */
  cost: range.published.optional(),
});

/** Body of `POST /api/member/adoptions/UID/plan`: the plan begins on a day. One that is there already stays as it is. */
export const makePlanSchema = z.strictObject({ startDate: planDaySchema });

/** One thing that a member does with a plan. */
export const planActSchema = z.discriminatedUnion("kind", [...planEditSchema.options, offerAnswerSchema]);
/** Body of `POST /api/member/adoptions/UID/plan/edit`: all of it is done, or nothing. */
export const planRequestSchema = z.strictObject({
  edits: z
    .array(planActSchema)
    .min(1)
    .max(mostPlanSteps + 1),
});

export type PlanAct = z.infer<typeof planActSchema>;
export type MemberPlan = z.infer<typeof memberPlanSchema>;
export type MemberPlanAnswer = z.infer<typeof memberPlanAnswerSchema>;
