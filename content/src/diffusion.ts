import { z } from "zod";
import { centreCardSchema, resourceCardSchema } from "./cards.ts";
import { stages } from "./components/loop.ts";
import { uidSchema } from "./keys.ts";
import { visibilities } from "./types/loop.ts";

/** Days after which a report is awaited: of a centre that has adopted or stopped, and of one for which the sheet is running. */
export const reportAwaitedDays = { ended: 30, running: 180 } as const;

/** Whether a centre that reached a stage on a day, and has not reported, is asked to. Days are `YYYY-MM-DD`. */
export function isReportDue(stage: (typeof stages)[number], since: string | null, today: string): boolean {
  if (since === null || stage === "interested" || stage === "preparing") return false;
  const days = (Date.parse(today) - Date.parse(since)) / 86_400_000;
  return days >= (stage === "running" ? reportAwaitedDays.running : reportAwaitedDays.ended);
}

/** Where a centre is with a sheet, for whoever travels between centres; what a centre keeps to itself is not among these. */
export const diffusionStepSchema = z.object({
  uid: uidSchema,
  /** Uid of the centre, and key of the sheet. */
  centre: z.string(),
  resource: z.string(),
  stage: z.enum(stages),
  since: z.string().nullable(),
  /** What the centre wrote of it last. */
  words: z.string().nullable(),
  /** It changed after the reader last said that they had seen everything; where they never did, in the last thirty days. */
  hasMoved: z.boolean(),
  isReported: z.boolean(),
  isReportDue: z.boolean(),
  visibility: z.enum(visibilities),
  isExample: z.boolean(),
});
export type DiffusionStep = z.infer<typeof diffusionStepSchema>;

/** Answer of `GET /api/member/diffusion`: all centres, the sheets that any of them has taken up, and where each is. */
export const diffusionSchema = z.object({
  seenAt: z.string().nullable(),
  at: z.string(),
  centres: z.array(centreCardSchema),
  resources: z.array(resourceCardSchema),
  steps: z.array(diffusionStepSchema),
});
export type Diffusion = z.infer<typeof diffusionSchema>;

/** Body of `POST /api/member/diffusion/seen`: all up to this moment. */
export const diffusionSeenSchema = z.strictObject({ at: z.iso.datetime({ precision: 3 }) });
