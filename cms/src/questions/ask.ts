import type { Ask } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import type { Account } from "../members/accounts.ts";
import { countAttempts } from "../members/attempts.ts";
import { RequestError } from "../request-error.ts";
import { whoIsAsked } from "./askable.ts";
import { deliverQuestions } from "./deliver.ts";
import { questionUid } from "./stored-questions.ts";

const day = 86_400_000;
const byOrigin = countAttempts({ most: 20, withinMs: day });
const byAsker = countAttempts({ most: 10, withinMs: day });

/** Keeps a question and passes it on; neither side learns the other's address. `member` is whoever asks with a session. */
export async function ask(strapi: Core.Strapi, given: Ask, member: Account | null): Promise<void> {
  const { of: about, text, locale, origin } = given;
  const name = member?.name ?? given.name;
  const email = member?.email ?? given.email;
  if (name === undefined) throw new RequestError(400, "invalid-request", "who asks?", { field: "name" });
  if (email === undefined) throw new RequestError(400, "invalid-request", "who asks?", { field: "email" });
  const asked = await whoIsAsked(strapi, about, locale);
  if (!byOrigin.take(origin) || !byAsker.take(email))
    throw new RequestError(429, "too-many-attempts", "too many questions today");
  const { title, person, centre } = asked;
  await strapi.documents(questionUid).create({
    data: {
      ...{ about, title, text, name, email, language: locale },
      ...{ person: person?.id ?? null, centre: centre?.id ?? null },
    },
  });
  // Not waited for: a server of mail may take long, and the question is kept.
  void deliverQuestions(strapi);
}
