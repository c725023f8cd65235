import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { ownForms } from "../desk/own-forms/index.ts";

const actions = ["create", "read", "update", "delete"].map((name) => `plugin::content-manager.explorer.${name}`);

/**
 * Lets editors work on what the CMS keeps for them alone. Strapi gives them no accounts, and nothing of the types that came after a portal's first
 * start.
 */
export async function giveEditorsTheirTypes(strapi: Core.Strapi): Promise<void> {
  const where = { code: "strapi-editor" };
  const role: unknown = await strapi.db.query("admin::role").findOne({ where, select: ["id"] });
  if (!role) return;
  const { id } = z.object({ id: z.number() }).parse(role);
  for (const { uid, texts } of ownForms) {
    const given = await strapi.db.query("admin::permission").count({ where: { role: id, subject: uid } });
    if (given > 0) continue;
    const properties = { fields: Object.keys(texts) };
    await strapi.service("admin::role")?.["addPermissions"]?.(
      id,
      actions.map((action) => ({ action, subject: uid, ...(action.endsWith("delete") ? {} : { properties }) })),
    );
  }
}
