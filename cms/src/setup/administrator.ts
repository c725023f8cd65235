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
