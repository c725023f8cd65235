import { z } from "zod";
import { stages } from "./components/loop.ts";
import { keySchema } from "./keys.ts";
import { localeSchema } from "./locales.ts";

/**
 * What members are told of (a question is written to them by itself, since somebody waits): a sheet of theirs was adopted, adapted, reported on, or is due for review; one that they use
 * changed; a change of theirs was taken.
 */
export const noticeKinds = ["adopted", "adapted", "reported", "review", "changed", "taken"] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** How often somebody is written to: each time, once a week, or not at all. */
export const noticeFrequencies = ["at-once", "weekly", "never"] as const;
export type NoticeFrequency = (typeof noticeFrequencies)[number];

/** What a notice tells, as it was when it happened. */
export const noticeDataSchema = z.object({
  /** The sheet that it is about. */
  about: keySchema,
  title: z.string(),
  /** Name of the centre that did it. */
  centre: z.string().optional(),
  stage: z.enum(stages).optional(),
  /** The author's own words on a change. */
  note: z.string().optional(),
  /** The uid of a report. */
  report: z.string().optional(),
  /** A day: of a review. */
  on: z.string().optional(),
  /** The other sheet: an adaptation. */
  other: z.object({ key: keySchema, title: z.string() }).optional(),
});
export type NoticeData = z.infer<typeof noticeDataSchema>;

/** A notice as its reader sees it; slugs are those of today, null of what isn't published any more. */
export const noticeSchema = z.object({
  id: z.int(),
  kind: z.enum(noticeKinds),
  at: z.string(),
  isRead: z.boolean(),
  data: noticeDataSchema,
  slug: z.string().nullable(),
  otherSlug: z.string().nullable(),
});
export type MemberNotice = z.infer<typeof noticeSchema>;

/** Answer of `GET /api/member/notices`: the newest first, how many are unread of all, and how often the reader is written to. */
export const noticesAnswerSchema = z.object({
  notices: z.array(noticeSchema),
  unread: z.int(),
  frequency: z.enum(noticeFrequencies),
});
export type NoticesAnswer = z.infer<typeof noticesAnswerSchema>;

/** Query of `GET /api/member/notices`. */
export const noticesQuerySchema = z.strictObject({ locale: localeSchema });
/** Body of `POST /api/member/notices/read`: all up to this one have been seen. */
export const noticesReadSchema = z.strictObject({ upTo: z.int().min(0) });
/** Body of `POST /api/member/notices/frequency`. */
export const noticeFrequencySchema = z.strictObject({ frequency: z.enum(noticeFrequencies) });

/** What stands in the link that ends e-mails: whose, and a proof that it was sent to them. */
export const stopLinkSchema = z.string().regex(/^[a-z0-9]{10,40}~[\w-]{43}$/);
/** Body of `POST /api/member/notices/stop`, which needs no session. */
export const noticesStopSchema = z.strictObject({ link: stopLinkSchema });
