import type { Core } from "@strapi/strapi";
import { type Account, findAccount } from "./accounts.ts";
import { ownPerson, personUid } from "./own-person.ts";

/** Has the entry of a member in the network go with their account to another centre, or out of theirs; one that the desk put elsewhere stays there. */
export async function movePerson(strapi: Core.Strapi, before: Account): Promise<void> {
  const now = await findAccount(strapi, { id: before.id });
  if (!now || now.centre?.uid === before.centre?.uid) return;
  const person = await ownPerson(strapi, now);
  if (!person || person.centre?.uid !== before.centre?.uid) return;
  const { documentId } = person;
  await strapi.documents(personUid).update({ documentId, data: { centre: now.centre?.documentId ?? null } });
}
