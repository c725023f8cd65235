import type { Core } from "@strapi/strapi";
import { z } from "zod";

const adminSchema = z.object({ firstname: z.string().nullish(), lastname: z.string().nullish() });
const namedSchema = z.object({ name: z.string() });
const memberSchema = namedSchema.extend({ id: z.number() });

/** A version shows a name to everybody: never an address, wherever somebody wrote it. */
const shown = (name: string): string | null => (name.trim() === "" || name.includes("@") ? null : name.trim());

/** Who writes a version: the name that is shown, and the account of a member. */
export interface Author {
  readonly author: string | null;
  readonly account: number | null;
}

/** Whoever is behind the running request: a member of the desk or of a centre, or an API token; nulls when nobody is known. */
export function currentAuthor(strapi: Core.Strapi): Author {
  const state: unknown = strapi.requestContext.get()?.state;
  const { user, auth, member } = z
    .object({
      user: z.unknown().optional(),
      auth: z.object({ credentials: z.unknown().optional() }).nullish(),
      member: memberSchema.nullish(),
    })
    .parse(state ?? {});
  if (member) return { author: shown(member.name), account: member.id };
  const admin = adminSchema.safeParse(user);
  const name = admin.success ? [admin.data.firstname, admin.data.lastname].filter(Boolean).join(" ") : "";
  const token = namedSchema.safeParse(auth?.credentials);
  return { author: shown(name || (token.data?.name ?? "")), account: null };
}
