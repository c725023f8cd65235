import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { tables } from "../publication/tables.ts";
import { questionOf, readQuestions } from "../questions/stored-questions.ts";
import type { Account } from "./accounts.ts";
import { ownPerson } from "./own-person.ts";

const rowSchema = z.record(z.string(), z.unknown());

/** Everything that the portal holds on a member, for themselves. */
export async function ownData(strapi: Core.Strapi, member: Account) {
  const { id, email, name, language, federation, centre } = member;
  const sql = strapi.db.connection;
  const sessions: unknown = await sql(tables.sessions).where({ user_id: id }).select("expires_at");
  const versions: unknown = name
    ? await sql(tables.versions).where({ author: name }).select("type", "uid", "locale", "number", "at").orderBy("id")
    : [];
  return {
    account: { email, name, language, federation: federation === true, centre: centre?.name ?? null },
    person: await ownPerson(strapi, member),
    questions: (await readQuestions(strapi, { email })).map(questionOf),
    sessions: z
      .array(z.object({ expires_at: z.string() }))
      .parse(sessions)
      .map(({ expires_at }) => ({ lastsUntil: expires_at })),
    publishedAs: { name, versions: z.array(rowSchema).parse(versions) },
  };
}
