import { z } from "zod";
import { range } from "./components/shared.ts";
import { uidSchema } from "./keys.ts";
import { localeSchema } from "./locales.ts";
import { revisionSchema, stageRequestSchema } from "./member-adoptions.ts";
import { paragraphsSchema } from "./model/plain-text.ts";
import { repeatAnswers, visibilities } from "./types/loop.ts";

/** Longest text of each part of a report that a member writes, in characters: about 1,600 words. */
export const reportTextMax = 10_000;

/** The parts of a report that are told in words, in the order in which they are read. */
export const reportTexts = ["context", "changed", "failed", "advice"] as const;
/** A part of a report that is told in words. */
export type ReportText = (typeof reportTexts)[number];

const text = paragraphsSchema(reportTextMax).optional();

/**
 * Body of `POST /api/member/reports`: what a centre tells of an adoption. Without `basedOn` it is the first that it writes; unless `publish`, it
 * stays a draft. `now` is the stage that the adoption comes to with what is published, from today on: both are written, or neither.
 */
export const reportRequestSchema = z.strictObject({
  adoption: uidSchema,
  basedOn: revisionSchema.optional(),
  publish: z.boolean(),
  now: stageRequestSchema.pick({ basedOn: true, stage: true, reason: true }).optional(),
  on: z.iso.date(),
  language: localeSchema,
  context: text,
  changed: text,
  failed: text,
  advice: text,
  audienceReached: z.int().min(0).max(1_000_000).optional(),
  preparationDays: z.int().min(0).max(3650).optional(),
  cost: z.number().min(0).max(10_000_000).optional(),
  wouldRepeat: z.enum(repeatAnswers).optional(),
  visibility: z.enum(visibilities),
});

const written = z.string().nullable();

/** A report as its own centre writes on it: the draft. `isChanged`: what is published says something else. */
export const memberReportSchema = z.object({
  uid: uidSchema,
  revision: revisionSchema,
  isPublished: z.boolean(),
  isChanged: z.boolean(),
  on: written,
  language: localeSchema.nullable(),
  context: written,
  changed: written,
  failed: written,
  advice: written,
  audienceReached: z.number().nullable(),
  preparationDays: z.number().nullable(),
  cost: z.number().nullable(),
  wouldRepeat: z.enum(repeatAnswers).nullable(),
  visibility: z.enum(visibilities),
});
/** An answer of `GET /api/member/adoptions/UID/report`; `planned` is what the resource says that it takes. */
export const memberReportAnswerSchema = z.object({
  report: memberReportSchema.nullable(),
  planned: z.object({ preparationDays: z.number().optional(), cost: range.published.optional() }),
});
/** An answer of `POST /api/member/reports`. */
export const reportedSchema = z.object({ report: memberReportSchema });

export type MemberReport = z.infer<typeof memberReportSchema>;
export type PlannedEffort = z.infer<typeof memberReportAnswerSchema>["planned"];
