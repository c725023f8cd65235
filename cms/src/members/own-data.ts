import { noticeDataSchema } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { joinUid, storedJoinSchema } from "../joining/join-requests.ts";
import { tables } from "../publication/tables.ts";
import { askedBy, questionOf, readQuestions } from "../questions/stored-questions.ts";
import type { Account } from "./accounts.ts";
import { ownPerson } from "./own-person.ts";

const rowSchema = z.record(z.string(), z.unknown());

const joiningSchema = storedJoinSchema
  .pick({ centreName: true, kind: true, city: true, postcode: true, website: true, name: true, state: true })
  .extend({ why: z.string().nullish() });
const noticeSchema = z.object({ kind: z.string(), at: z.string(), data: z.string() });

/** Everything that the portal holds on a member, for themselves. */
export async function ownData(strapi: Core.Strapi, member: Account) {
  const { id, email, name, language, federation, centre } = member;
  const sql = strapi.db.connection;
  const sessions: unknown = await sql(tables.sessions).where({ user_id: id }).select("expires_at");
  const versions: unknown = await sql(tables.versions)
    .where({ account: id })
    .select("type", "uid", "locale", "number", "at", "author")
    .orderBy("id");
  return {
    account: { email, name, language, federation: federation === true, centre: centre?.name ?? null },
    person: await ownPerson(strapi, member),
    joining: z.array(joiningSchema).parse(await strapi.db.query(joinUid).findMany({ where: { email } })),
    notices: z
      .array(noticeSchema)
      .parse(await sql(tables.notices).where({ user_id: id }).orderBy("id"))
      .map(({ kind, at, data }) => ({ kind, at, ...noticeDataSchema.parse(JSON.parse(data)) })),
    questions: (await readQuestions(strapi, askedBy(member))).map(questionOf),
    // By anybody who gave this address.
    questionsWithoutAccount: (await readQuestions(strapi, { email, account: { id: { $null: true } } })).map(questionOf),
    sessions: z
      .array(z.object({ expires_at: z.string() }))
      .parse(sessions)
      .map(({ expires_at }) => ({ lastsUntil: expires_at })),
    publishedAs: { name, versions: z.array(rowSchema).parse(versions) },
  };
}
