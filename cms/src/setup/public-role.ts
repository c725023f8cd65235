import type { Core } from "@strapi/strapi";
import { z } from "zod";

/** Takes every permission from visitors who aren't signed in: the plugin grants itself some on a fresh database. */
export async function closePublicRole(strapi: Core.Strapi): Promise<void> {
  const permissions = strapi.db.query("plugin::users-permissions.permission");
  const granted: unknown = await permissions.findMany({ where: { role: { type: "public" } }, select: ["id"] });
  const ids = z
    .array(z.object({ id: z.number() }))
    .parse(granted)
    .map(({ id }) => id);
  if (ids.length > 0) await permissions.deleteMany({ where: { id: { $in: ids } } });
}
