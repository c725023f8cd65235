import { keySchema, localeSchema, type Question } from "@essaim/content";
import type { Core, UID } from "@strapi/strapi";
import { z } from "zod";
import type { Account } from "../members/accounts.ts";
import { ownPerson } from "../members/own-person.ts";
import { centreSchema, personSchema } from "./askable.ts";

/** What Strapi calls questions that people ask. */
export const questionUid: UID.ContentType = "api::question.question";

const storedSchema = z.object({
  id: z.number(),
  documentId: z.string(),
  title: z.string().nullish(),
  about: keySchema,
  askedFrom: z.string().nullish(),
  thread: z.string().nullish(),
  text: z.string(),
  name: z.string().nullish(),
  email: z.string(),
  language: localeSchema,
  createdAt: z.coerce.string(),
  answer: z.string().nullish(),
  answeredBy: z.string().nullish(),
  centre: centreSchema.nullish(),
  person: personSchema.nullish(),
});

/** A question, as the database has it. */
export type StoredQuestion = z.infer<typeof storedSchema>;

/** The questions that a condition names, the newest first. */
export async function readQuestions(strapi: Core.Strapi, where: object): Promise<StoredQuestion[]> {
  const rows: unknown = await strapi.db
    .query(questionUid)
    .findMany({ where, orderBy: { id: "desc" }, limit: 200, populate: { centre: true, person: true } });
  return z.array(storedSchema).parse(rows);
}

/** Deletes the questions that a condition names: Strapi deletes none by what they are related to. */
export async function forgetQuestions(strapi: Core.Strapi, where: object): Promise<void> {
  const rows: unknown = await strapi.db.query(questionUid).findMany({ where, select: ["id"] });
  const ids = z.array(storedSchema.pick({ id: true })).parse(rows);
  await strapi.db.query(questionUid).deleteMany({ where: { id: { $in: ids.map(({ id }) => id) } } });
}

/** Which questions a member may read and answer: those to them, those to their centre but for messages to one person, and for the federation all that wait. */
export async function questionsFor(strapi: Core.Strapi, member: Account): Promise<object> {
  const person = await ownPerson(strapi, member);
  const { centre, federation } = member;
  return {
    $or: [
      { person: { documentId: person?.documentId ?? "" } },
      ...(centre ? [{ centre: { documentId: centre.documentId }, about: { $notContains: "person/" } }] : []),
      ...(federation ? [{ answeredAt: { $null: true } }] : []),
    ],
  };
}

/** Which questions a member asked: with their session, for anybody can write another's address into the form. */
export const askedBy = ({ id }: Pick<Account, "id">): object => ({ account: { id } });

/** Whoever asks, with the centre that they act for. */
export const askerOf = ({ name, askedFrom }: Pick<StoredQuestion, "name" | "askedFrom">): string =>
  askedFrom ? `${name ?? ""} (${askedFrom})` : (name ?? "");

/** What was asked and answered earlier in the thread of a question, by the same sides, the oldest first. */
export async function readBefore(strapi: Core.Strapi, { id, thread, ...to }: StoredQuestion): Promise<Question[]> {
  if (!thread) return [];
  const rows = await readQuestions(strapi, { id: { $lt: id }, $or: [{ documentId: thread }, { thread }] });
  return rows
    .filter(({ person, centre }) => person?.id === to.person?.id && centre?.id === to.centre?.id)
    .map(questionOf)
    .toReversed();
}

/** What whoever answers reads of a question. */
export const questionOf = (question: StoredQuestion): Question => ({
  id: question.documentId,
  thread: question.thread ?? question.documentId,
  about: question.about,
  title: question.title ?? question.about,
  name: askerOf(question),
  text: question.text,
  at: question.createdAt,
  answer: question.answer ?? null,
  answeredBy: question.answeredBy ?? null,
});
