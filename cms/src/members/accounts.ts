import type { Member } from "@essaim/content";
import type { Core, UID } from "@strapi/strapi";
import { z } from "zod";

/** What Strapi calls an account of the site. */
export const accountUid: UID.ContentType = "plugin::users-permissions.user";

const accountSchema = z.object({
  id: z.number(),
  documentId: z.string(),
  email: z.string(),
  name: z.string().nullish(),
  password: z.string().nullish(),
  confirmed: z.boolean().nullish(),
  blocked: z.boolean().nullish(),
  centre: z.object({ documentId: z.string(), uid: z.string(), name: z.string() }).nullish(),
});

/** An account as the database has it. */
export type Account = z.infer<typeof accountSchema>;

/** Gives accounts what a member has: a name, and the centre and the person of the network that they are. To be called in `register`. */
export function extendAccounts(strapi: Core.Strapi): void {
  const { attributes } = strapi.contentType(accountUid);
  Object.assign(attributes, {
    name: { type: "string", maxLength: 160 },
    centre: { type: "relation", relation: "oneToOne", target: "api::centre.centre" },
    person: { type: "relation", relation: "oneToOne", target: "api::person.person" },
  });
}

/** Nobody makes an account but by invitation. */
export async function closeRegistration(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: "plugin", name: "users-permissions" });
  const known: unknown = await store.get({ key: "advanced" });
  await store.set({ key: "advanced", value: { ...z.looseObject({}).parse(known ?? {}), allow_register: false } });
}

/** The account that a condition names, whatever its state. */
export async function findAccount(
  strapi: Core.Strapi,
  where: { id: number } | { email: string },
): Promise<Account | null> {
  const row: unknown = await strapi.db.query(accountUid).findOne({ where, populate: { centre: true } });
  return row === null ? null : accountSchema.parse(row);
}

/** Whether someone may act by this account: the invitation was accepted, and the federation lets it be. */
export const isOpen = ({ confirmed, blocked, password }: Account): boolean =>
  confirmed === true && blocked !== true && typeof password === "string";

/** What a member is shown of their account. */
export const memberOf = ({ name, email, centre }: Account): Member => ({
  name: name ?? email,
  email,
  centre: centre ? { uid: centre.uid, name: centre.name } : null,
});
