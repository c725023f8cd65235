import { type Ask, type Key, keyOf } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import type { Account } from "../members/accounts.ts";
import { countAttempts } from "../members/attempts.ts";
import { RequestError } from "../request-error.ts";
import { whoIsAsked } from "./askable.ts";
import { deliverQuestions } from "./deliver.ts";
import { askedBy, questionUid, readQuestions } from "./stored-questions.ts";

const day = 86_400_000;
const byOrigin = countAttempts({ most: 20, withinMs: day });
const byAsker = countAttempts({ most: 10, withinMs: day });

/** Keeps a question and passes it on; neither side learns the other's address. `member` is whoever asks with a session. */
export async function ask(strapi: Core.Strapi, given: Ask, member: Account | null): Promise<void> {
  const { of: about, after, text, locale, origin } = given;
  const name = member?.name ?? given.name;
  const email = member?.email ?? given.email;
  if (name === undefined) throw new RequestError(400, "invalid-request", "who asks?", { field: "name" });
  if (email === undefined) throw new RequestError(400, "invalid-request", "who asks?", { field: "email" });
  if (member?.centre && about === keyOf("centre", member.centre.uid))
    throw new RequestError(409, "own-centre", "members don't ask their own centre");
  const asked = await whoIsAsked(strapi, about, locale);
  const thread = after === undefined ? null : await threadOf(strapi, { after, about, member });
  // Whoever is stopped already, or gives a member's address, can't keep others from asking.
  if (!byOrigin.take(origin) || !byAsker.take(member?.documentId ?? email))
    throw new RequestError(429, "too-many-attempts", "too many questions today");
  const { title, person, centre } = asked;
  const askedFrom = member?.centre ? [member.centre.name, member.centre.city].filter(Boolean).join(", ") : null;
  await strapi.documents(questionUid).create({
    data: {
      ...{ about, title, text, name, email, askedFrom, thread, language: locale },
      ...{ person: person?.id ?? null, centre: centre?.id ?? null, account: member?.id ?? null },
    },
  });
  // Not waited for: a server of mail may take long, and the question is kept.
  void deliverQuestions(strapi);
}

/** The thread of a member's own question about the same: theirs is the only one that they can carry on. */
async function threadOf(
  strapi: Core.Strapi,
  { after, about, member }: { readonly after: string; readonly about: Key; readonly member: Account | null },
): Promise<string> {
  const [earlier] = member ? await readQuestions(strapi, { documentId: after, about, ...askedBy(member) }) : [];
  if (!earlier) throw new RequestError(404, "unknown", "this member asked no such question");
  return earlier.thread ?? earlier.documentId;
}
