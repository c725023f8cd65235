import { calendarDay, keyOf, resourceTypes } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { sqlNow } from "../database.ts";
import { parseLiveRows } from "../publication/live.ts";
import { tables } from "../publication/tables.ts";
import { loadVersions } from "../reading/library.ts";
import { addNotices } from "./notices.ts";
import { centresOf, membersOf } from "./recipients.ts";

/** Days before a review is due at which its centres are told. */
const noticeDays = 14;
const sheetsAtOnce = 100;

const dueSchema = z.object({ title: z.string().catch(""), reviewDue: z.iso.date() });

/** Tells the centres of sheets whose review is due, once for each day that was set. */
export async function tellReviewsDue(strapi: Core.Strapi, now = new Date()): Promise<void> {
  const limit = calendarDay(new Date(now.getTime() + noticeDays * 86_400_000));
  const sql = await sqlNow(strapi);
  for (const type of resourceTypes) {
    const live = parseLiveRows(await sql(tables.live).where({ type }).whereRaw("locale = source_locale"));
    for (let start = 0; start < live.length; start += sheetsAtOnce) {
      const rows = live.slice(start, start + sheetsAtOnce);
      const versions = await loadVersions(
        sql,
        rows.map(({ version_id }) => version_id),
      );
      for (const { uid, version_id } of rows) {
        const stored = versions.get(version_id) ?? {};
        const due = dueSchema.safeParse(stored).data;
        if (!due || due.reviewDue > limit) continue;
        const about = keyOf(type, uid);
        await addNotices(strapi, await membersOf(strapi, centresOf(stored)), {
          ...{ kind: "review", subject: `review ${about} ${due.reviewDue}`, at: now.toISOString() },
          data: { about, title: due.title, on: due.reviewDue },
        });
      }
      // SQLite answers at once, so that a long loop would never let the process do anything else.
      await new Promise(setImmediate);
    }
  }
}
