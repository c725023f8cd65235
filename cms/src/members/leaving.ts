import type { Core } from "@strapi/strapi";
import { sqlNow } from "../database.ts";
import { joinUid } from "../joining/join-requests.ts";
import { tables } from "../publication/tables.ts";
import { askedBy, forgetQuestions } from "../questions/stored-questions.ts";
import { type Account, accountUid, lockAccounts } from "./accounts.ts";
import { ownPerson, personUid } from "./own-person.ts";
import { checkPassword } from "./sign-in.ts";

/**
 * Ends a member's account, and takes them out of the network and of its histories: their entry with its versions, and their name as the author of
 * others. What their centre did stays the centre's.
 */
export async function leave(strapi: Core.Strapi, member: Account, password: string): Promise<void> {
  await checkPassword(strapi, member, password);
  await strapi.db.transaction(async () => {
    await lockAccounts(strapi);
    const person = await ownPerson(strapi, member);
    const { email } = member;
    await forgetQuestions(strapi, { $or: [{ email }, askedBy(member)] });
    await strapi.db.query(joinUid).deleteMany({ where: { email } });
    await strapi.documents(accountUid).delete({ documentId: member.documentId });
    const sql = await sqlNow(strapi);
    if (person) {
      await strapi.documents(personUid).delete({ documentId: person.documentId });
      await sql(tables.versions).where({ type: "person", uid: person.uid }).delete();
    }
    await sql(tables.versions).where({ account: member.id }).update({ author: null, account: null });
  });
}
