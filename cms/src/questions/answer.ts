import type { answerSchema, questionAnswerSchema, questionsAnswerSchema } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import type { z } from "zod";
import type { Account } from "../members/accounts.ts";
import { linkEnded } from "../members/passwords.ts";
import { hashOf } from "../members/secret-id.ts";
import { RequestError } from "../request-error.ts";
import { deliverQuestions } from "./deliver.ts";
import {
  askedBy,
  questionOf,
  questionsFor,
  questionUid,
  readBefore,
  readQuestions,
  type StoredQuestion,
} from "./stored-questions.ts";

/** How long a message's link opens its question. */
const linkMs = 90 * 86_400_000;

/** The questions that a member can answer, and those that they asked. */
export async function ownQuestions(
  strapi: Core.Strapi,
  member: Account,
): Promise<z.output<typeof questionsAnswerSchema>> {
  const questions = await readQuestions(strapi, await questionsFor(strapi, member));
  const asked = await readQuestions(strapi, askedBy(member));
  return { questions: questions.map(questionOf), asked: asked.map(questionOf) };
}

type Shown = z.output<typeof questionAnswerSchema>;

/** The question behind a message's link. */
export async function questionOfLink(strapi: Core.Strapi, link: string): Promise<Shown> {
  const question = await findByLink(strapi, link);
  return { question: questionOf(question), before: await readBefore(strapi, question) };
}

async function findByLink(strapi: Core.Strapi, link: string): Promise<StoredQuestion> {
  const since = new Date(Date.now() - linkMs);
  const [question] = await readQuestions(strapi, { linkHash: hashOf(link), createdAt: { $gt: since } });
  if (!question) throw linkEnded();
  return question;
}

async function findOwn(strapi: Core.Strapi, id: string, member: Account | null): Promise<StoredQuestion> {
  if (!member) throw new RequestError(401, "no-session", "there is no such session");
  const [question] = await readQuestions(strapi, { $and: [{ documentId: id }, await questionsFor(strapi, member)] });
  if (!question) throw new RequestError(404, "unknown", "this member was asked no such question");
  return question;
}

/** Answers a question, by a message's link or as a member, and writes to whoever asked. Of two who answer, the second is told. */
export async function answer(
  strapi: Core.Strapi,
  { link, id = "", text }: z.infer<typeof answerSchema>,
  member: Account | null,
): Promise<Shown> {
  const question = link === undefined ? await findOwn(strapi, id, member) : await findByLink(strapi, link);
  const by = await writeAnswer(strapi, question, text, member);
  // Not waited for: the answer is kept, and tried until a server takes it.
  void deliverQuestions(strapi);
  return {
    question: questionOf({ ...question, answer: text, answeredBy: by }),
    before: await readBefore(strapi, question),
  };
}

/** A link says nothing of who holds it: the answer is signed by the person or the centre that was asked. */
async function writeAnswer(
  strapi: Core.Strapi,
  { id, person, centre }: StoredQuestion,
  text: string,
  member: Account | null,
): Promise<string> {
  const answeredBy = member?.name || person?.name || centre?.name || "Essaim";
  const { count } = await strapi.db.query(questionUid).updateMany({
    where: { id, answeredAt: { $null: true } },
    data: { answer: text, answeredBy, answeredAt: new Date() },
  });
  if (count !== 1) throw new RequestError(409, "answered-already", "somebody answered in the meantime");
  return answeredBy;
}
