import { calendarDay, type Locale, type reportRequestSchema } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import type { z } from "zod";
import { moveStage } from "../adoptions/change.ts";
import type { CentreMember } from "../members/who-asks.ts";
import { inFeedTransaction } from "../publication/feed.ts";
import type { ReportEntry } from "./own-report.ts";
import { writeReport } from "./write-report.ts";

/** Writes what a member's centre tells of an adoption and, with what it publishes, the stage that it has come to: both, or neither. */
export async function tell(
  strapi: Core.Strapi,
  member: CentreMember,
  { now, ...asked }: z.infer<typeof reportRequestSchema>,
  locale: Locale,
): Promise<ReportEntry> {
  return inFeedTransaction(strapi, async () => {
    if (now && asked.publish)
      await moveStage(strapi, member, { uid: asked.adoption, locale }, { ...now, on: calendarDay(new Date()) });
    return writeReport(strapi, member, asked);
  });
}
