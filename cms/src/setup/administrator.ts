import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { environment } from "../environment.ts";

/** New members of the desk get it in French; to be called in `register`. */
export function speakFrench(strapi: Core.Strapi): void {
  Object.assign(strapi.contentType("admin::user").attributes["preferedLanguage"] ?? {}, { default: "fr" });
}

/** Makes the first administrator from the environment; does nothing where there is one. */
export async function createFirstAdministrator(strapi: Core.Strapi): Promise<void> {
  const { ESSAIM_ADMIN_EMAIL: email, ESSAIM_ADMIN_PASSWORD: password } = environment;
  const users = strapi.service("admin::user");
  if (!email || !password || !users || (await users["exists"]?.())) return;
  const role: unknown = await strapi.service("admin::role")?.["getSuperAdmin"]?.();
  const { id } = z.object({ id: z.number() }).parse(role);
  await users["create"]?.({
    email,
    password,
    firstname: "Administration",
    lastname: "Essaim",
    isActive: true,
    registrationToken: null,
    roles: [id],
    preferedLanguage: "fr",
  });
}

const roleNames = [
  ["strapi-super-admin", "Administration", "Tout, les comptes et les réglages compris."],
  ["strapi-editor", "Rédaction", "Écrit et publie tous les contenus."],
  ["strapi-author", "Auteur ou autrice", "Écrit ses propres contenus."],
] as const;

/** Gives Strapi’s own roles French names. */
export async function nameRoles(strapi: Core.Strapi): Promise<void> {
  for (const [code, name, description] of roleNames)
    await strapi.db.query("admin::role").update({ where: { code }, data: { name, description } });
}

/** Takes the way to Strapi’s shop out of the menu: a portal’s extensions come with its code. Strapi gives it back to administrators at each start. */
export async function closeMarketplace(strapi: Core.Strapi): Promise<void> {
  await strapi.db.query("admin::permission").deleteMany({ where: { action: "admin::marketplace.read" } });
}
