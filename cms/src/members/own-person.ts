import type { Core, UID } from "@strapi/strapi";
import { z } from "zod";
import { type Account, accountUid } from "./accounts.ts";

/** What Strapi calls the people of the network. */
export const personUid: UID.ContentType = "api::person.person";

const lines = z
  .string()
  .nullish()
  .transform((text) => (text ?? "").split("\n").filter(Boolean));
const labels = z.object({ fr: z.string(), en: z.string().nullish(), nl: z.string().nullish() });

const personSchema = z.object({
  documentId: z.string(),
  uid: z.string(),
  name: z.string(),
  role: labels.nullish(),
  skills: lines,
  offers: lines,
  languages: lines,
  listed: z.boolean().nullish(),
  contactOptIn: z.boolean().nullish(),
  tools: z.array(z.object({ uid: z.string() })),
  centre: z.object({ uid: z.string() }).nullish(),
  updatedAt: z.coerce.string(),
});

/** A person of the network, as the database has them. */
export type OwnPerson = z.infer<typeof personSchema>;

/** The entry of a member in the network, if they have one. */
export async function ownPerson(strapi: Core.Strapi, { id }: Pick<Account, "id">): Promise<OwnPerson | null> {
  const row: unknown = await strapi.db
    .query(accountUid)
    .findOne({ where: { id }, populate: { person: { populate: { role: true, tools: true, centre: true } } } });
  return z.object({ person: personSchema.nullish() }).nullable().parse(row)?.person ?? null;
}
