import type { Colleague } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { accountUid } from "./accounts.ts";
import type { CentreMember } from "./who-asks.ts";

const rowsSchema = z.array(
  z.object({ email: z.string(), name: z.string().nullish(), confirmed: z.boolean().nullish() }),
);

/** Who else acts for a member's centre, or was invited to; accounts that were closed are left out. */
export async function colleaguesOf(strapi: Core.Strapi, { id, centre }: CentreMember): Promise<Colleague[]> {
  const rows: unknown = await strapi.db.query(accountUid).findMany({
    where: { centre: { uid: centre.uid }, id: { $ne: id }, blocked: { $ne: true } },
    select: ["email", "name", "confirmed"],
    orderBy: { id: "asc" },
  });
  return rowsSchema.parse(rows).map(({ email, name, confirmed }) => ({
    name: name ?? email,
    isInvited: confirmed !== true,
  }));
}
