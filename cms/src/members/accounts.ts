import { defaultLocale, type Locale, localeSchema, locales, type Member, noticeFrequencies } from "@essaim/content";
import type { Core, UID } from "@strapi/strapi";
import { z } from "zod";
import { isPostgres, moment, sqlNow } from "../database.ts";

/** What Strapi calls an account of the site. */
export const accountUid: UID.ContentType = "plugin::users-permissions.user";

const accountsLock = 4_297_112;

const accountSchema = z.object({
  id: z.number(),
  documentId: z.string(),
  email: z.string(),
  name: z.string().nullish(),
  password: z.string().nullish(),
  confirmed: z.boolean().nullish(),
  blocked: z.boolean().nullish(),
  language: localeSchema.nullish(),
  federation: z.boolean().nullish(),
  invitedAt: moment.nullish(),
  centre: z
    .object({
      documentId: z.string(),
      uid: z.string(),
      name: z.string(),
      kind: z.string().nullish(),
      city: z.string().nullish(),
    })
    .nullish(),
});

/** An account as the database has it. */
export type Account = z.infer<typeof accountSchema>;

/**
 * Gives accounts what a member has: a name, the language of messages, the centre and the person of the network that they are, and whether they
 * belong to the federation's team. To be called in `register`.
 */
export function extendAccounts(strapi: Core.Strapi): void {
  const { attributes, info } = strapi.contentType(accountUid);
  Object.assign(info, { displayName: "Comptes des centres" });
  // The address stands for it: nobody is asked for a second name.
  Object.assign(attributes["username"] ?? {}, { required: false });
  Object.assign(attributes, {
    name: { type: "string", maxLength: 160 },
    language: { type: "enumeration", enum: [...locales], default: defaultLocale },
    federation: { type: "boolean", default: false },
    centre: { type: "relation", relation: "oneToOne", target: "api::centre.centre" },
    person: { type: "relation", relation: "oneToOne", target: "api::person.person" },
    invitedAt: { type: "datetime" },
    inviteAgain: { type: "boolean", default: false },
    noticeFrequency: { type: "enumeration", enum: [...noticeFrequencies], default: "at-once" },
    digestAt: { type: "datetime" },
    diffusionSeenAt: { type: "datetime" },
  });
  // The desk's own form would ask for a password and a role: nobody but its member knows the one, and nothing goes by the other.
  strapi.config.set("plugin::users-permissions.layout.user.actions", {});
}

/** Nobody makes an account but by invitation. */
export async function closeRegistration(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: "plugin", name: "users-permissions" });
  const known: unknown = await store.get({ key: "advanced" });
  await store.set({ key: "advanced", value: { ...z.looseObject({}).parse(known ?? {}), allow_register: false } });
}

/** Two accounts that are made at once must see one another's address. To be called in a transaction. */
export async function lockAccounts(strapi: Core.Strapi): Promise<void> {
  if (isPostgres(strapi)) await (await sqlNow(strapi)).raw("select pg_advisory_xact_lock(?)", [accountsLock]);
}

/** The account that a condition names, whatever its state. */
export async function findAccount(
  strapi: Core.Strapi,
  where: { id: number } | { email: string } | { documentId: string },
): Promise<Account | null> {
  const row: unknown = await strapi.db.query(accountUid).findOne({ where, populate: { centre: true } });
  return row === null ? null : accountSchema.parse(row);
}

/** Every account that a condition names, whatever its state. */
export async function readAccounts(strapi: Core.Strapi, where: object): Promise<Account[]> {
  const rows: unknown = await strapi.db.query(accountUid).findMany({ where, populate: { centre: true } });
  return z.array(accountSchema).parse(rows);
}

/** Whether someone may act by this account: the invitation was accepted, and the federation lets it be. */
export const isOpen = ({ confirmed, blocked, password }: Account): boolean =>
  confirmed === true && blocked !== true && typeof password === "string";

/** The language that somebody is written to. */
export const languageOf = ({ language }: Account): Locale => language ?? defaultLocale;

/** What a member is shown of their account. */
export const memberOf = ({ name, email, centre, federation }: Account): Member => ({
  name: name ?? email,
  email,
  centre: centre ? { uid: centre.uid, name: centre.name } : null,
  federation: federation === true,
});
