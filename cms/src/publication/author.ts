import type { Core } from "@strapi/strapi";
import { z } from "zod";

const adminSchema = z.object({ firstname: z.string().nullish(), lastname: z.string().nullish() });
const namedSchema = z.object({ name: z.string() });

/** A version shows a name to everybody: never an address, wherever somebody wrote it. */
const shown = (name: string): string | null => (name.trim() === "" || name.includes("@") ? null : name.trim());

/** The name of whoever is behind the running request: a member of the desk or of a centre, or an API token; null when nobody is known. */
export function currentAuthor(strapi: Core.Strapi): string | null {
  const state: unknown = strapi.requestContext.get()?.state;
  const { user, auth, member } = z
    .object({
      user: z.unknown().optional(),
      auth: z.object({ credentials: z.unknown().optional() }).nullish(),
      member: namedSchema.nullish(),
    })
    .parse(state ?? {});
  if (member) return shown(member.name);
  const admin = adminSchema.safeParse(user);
  const name = admin.success ? [admin.data.firstname, admin.data.lastname].filter(Boolean).join(" ") : "";
  if (name) return shown(name);
  const token = namedSchema.safeParse(auth?.credentials);
  return token.success ? shown(token.data.name) : null;
}
