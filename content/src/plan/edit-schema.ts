import { z } from "zod";
import { datedStep } from "../components/loop.ts";
import { plan } from "../types/loop.ts";

const { title, role, responsible, checklist, note } = datedStep.stored.shape;
const { materials, budget, spent, notes } = plan.stored.shape;

/** First and last day that a plan may name: calendars and sums of days stay within four digits of a year. */
export const [firstPlanDay, lastPlanDay] = ["2000-01-01", "2100-12-31"];
/** A day that a member puts into a plan, such as the one on which it begins. */
export const planDaySchema = z.iso.date().refine((day) => day >= firstPlanDay && day <= lastPlanDay, {
  message: "must be a day of this century",
});
const [on, until] = [planDaySchema.optional(), planDaySchema.optional()];

/** What a member writes of a step. */
export const stepInputSchema = z.strictObject({ title, on, until, role, responsible, checklist, note });
/** What a member writes of a step. */
export type StepInput = z.infer<typeof stepInputSchema>;

/** A step as it was when it was taken away. */
export const restoredStepSchema = z.strictObject({
  ...datedStep.stored.shape,
  on,
  until,
  key: z.string().min(1).max(20),
});

/** A key of a step, or of an offer. */
const key = z.string().min(1).max(40);
/** What the part looked like when it was read: see `seenOf`. */
const seen = z.string().max(20);
/** Lines that are ticked: others than those of the list are passed over. */
const ticked = z.array(z.string().max(400)).max(60);

/** One edit of a part of a plan. */
export const planEditSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("add"), step: stepInputSchema }),
  z.strictObject({ kind: z.literal("step"), key, seen, step: stepInputSchema }),
  z.strictObject({ kind: z.literal("ticks"), key, seen, done: ticked, isDone: z.boolean() }),
  z.strictObject({ kind: z.literal("remove"), key, seen }),
  z.strictObject({ kind: z.literal("restore"), step: restoredStepSchema }),
  z.strictObject({ kind: z.literal("means"), seen, materials: materials.unwrap(), budget, spent }),
  z.strictObject({ kind: z.literal("gathered"), seen, gathered: ticked }),
  z.strictObject({ kind: z.literal("notes"), seen, notes }),
  z.strictObject({ kind: z.literal("start"), seen, startDate: planDaySchema }),
]);
/** One edit of a part of a plan. */
export type PlanEdit = z.infer<typeof planEditSchema>;

/** What becomes of changes that the sheet offers. */
export const offerAnswerSchema = z.strictObject({
  kind: z.enum(["take", "leave"]),
  offers: z.array(key).min(1).max(1000),
});
