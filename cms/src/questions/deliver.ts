import { memberPath } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { messages } from "../mail/messages/index.ts";
import { oneLine, type Sending, sendMessage, siteAddress } from "../mail/send.ts";
import { hashOf } from "../members/secret-id.ts";
import { linkOf, passOn } from "./pass-on.ts";
import { askerOf, questionUid, readQuestions, type StoredQuestion } from "./stored-questions.ts";

/** How long a message that no server takes is tried again. */
const tryingMs = 7 * 86_400_000;

let last: Promise<void> = Promise.resolve();

/** Passes on the questions that wait, and sends the answers that were given, one run after the other; what no server took is tried again at the next. */
export function deliverQuestions(strapi: Core.Strapi): Promise<void> {
  last = last
    .then(() => deliverAll(strapi))
    .catch((error: unknown) => void strapi.log.error(`questions could not be passed on: ${String(error)}`));
  return last;
}

async function deliverAll(strapi: Core.Strapi): Promise<void> {
  const since = { $gt: new Date(Date.now() - tryingMs) };
  const waiting = { passedOnAt: { $null: true }, answeredAt: { $null: true }, createdAt: since };
  for (const question of await readQuestions(strapi, waiting)) {
    await mark(strapi, question, { linkHash: hashOf(linkOf(question)) });
    const { title, about, person, centre } = question;
    const asked = { title: title ?? about, person: person ?? null, centre: centre ?? null };
    const sent = await passOn(strapi, { ...question, ...asked, name: askerOf(question) });
    if (isSettled(sent)) await mark(strapi, question, { passedOnAt: new Date() });
    else if (sent.includes("unsent")) return;
  }
  const answered = { answerSentAt: { $null: true }, answeredAt: since };
  for (const question of await readQuestions(strapi, answered)) {
    const sent = await sendAnswer(strapi, question);
    if (isSettled([sent])) await mark(strapi, question, { answerSentAt: new Date() });
    else if (sent === "unsent") return;
  }
}

/** Whether somebody has the message, or nobody ever will. */
const isSettled = (sent: readonly Sending[]): boolean =>
  sent.includes("sent") || !sent.some((one) => one === "delayed" || one === "unsent");

const mark = (strapi: Core.Strapi, { id }: StoredQuestion, data: object) =>
  strapi.db.query(questionUid).update({ where: { id }, data });

function sendAnswer(strapi: Core.Strapi, question: StoredQuestion): Promise<Sending> {
  const { email, language, title, about, text, answer, answeredBy } = question;
  const page = `${siteAddress(memberPath("question", language))}?fiche=${about}`;
  const said = { title: oneLine(title ?? about), by: oneLine(answeredBy ?? ""), question: text, text: answer ?? "" };
  return sendMessage(strapi, email, messages[language].answer({ ...said, page }));
}
