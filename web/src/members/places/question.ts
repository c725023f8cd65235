import {
  askableAnswerSchema,
  type Key,
  keySchema,
  memberAnswerSchema,
  type Question,
  questionAnswerSchema,
  questionFormSchema,
  questionsAnswerSchema,
  secretIdSchema,
  wordsFormSchema,
} from "@essaim/content";
import { originOf } from "../form.ts";
import { isRefusal, type MemberClient } from "../member-client.ts";
import { type MakePlace, type MemberRequest, noticeOf, type Outcome, signedIn } from "../outcome.ts";
import { sessionIn } from "../session-cookie.ts";
import { isTrapped, nothingTyped, readTyped, type Typed, typedAs } from "../typed-form.ts";
import type { Notice } from "../visit.ts";

const place = "question";

/** A form that wasn't taken: what was typed, and why. */
interface Kept {
  readonly status: number;
  readonly notice: Notice;
  readonly typed: Typed<"text" | "name" | "email">;
}

/** Asking about a sheet or somebody, by anybody; answering, by a message's link or as a member. */
export const questionPlace: MakePlace = (client) => ({
  show(request) {
    const query = new URLSearchParams(request.query);
    const link = secretIdSchema.safeParse(query.get("lien")).data;
    const id = query.get("id");
    if (link !== undefined) return showByLink(client, link);
    return id === null ? showForm(client, request, query.get("fiche")) : showOwn(client, request, id);
  },
  act(request, form) {
    const link = secretIdSchema.safeParse(form.get("lien")).data;
    const id = form.get("id");
    if (link !== undefined) return answerByLink(client, link, form);
    return id === null ? ask(client, request, form) : answerOwn(client, request, id, form);
  },
});

const missing: Outcome = { status: 404, visit: { place, notice: "unknownSheet" } };

async function showForm(
  client: MemberClient,
  { req, locale }: MemberRequest,
  given: string | null,
  kept?: Kept,
): Promise<Outcome> {
  const of = keySchema.safeParse(given).data;
  const askable = of && (await client.get(askableAnswerSchema, `askable?of=${of}&locale=${locale}`));
  if (of === undefined || askable === undefined || isRefusal(askable)) return missing;
  const session = sessionIn(req.headers.cookie);
  const known = session === undefined ? undefined : await client.get(memberAnswerSchema, "me", session);
  const as = known === undefined || isRefusal(known) ? undefined : known.member.name;
  const { typed = nothingTyped, status, ...notice } = kept ?? {};
  const asking = { of, ...askable, typed, ...(as !== undefined && { as }) };
  return { visit: { place, asking, ...notice }, ...(status !== undefined && { status }) };
}

async function ask(client: MemberClient, request: MemberRequest, form: URLSearchParams): Promise<Outcome> {
  if (isTrapped(form)) return { visit: { place, notice: "questionSent" } };
  const of: Key | undefined = keySchema.safeParse(form.get("fiche")).data;
  const session = sessionIn(request.req.headers.cookie);
  const isMember = session !== undefined && !isRefusal(await client.get(memberAnswerSchema, "me", session));
  const read = isMember ? readTyped(wordsFormSchema, form) : readTyped(questionFormSchema, form);
  const again = (kept: Kept) => showForm(client, request, form.get("fiche"), kept);
  if ("typed" in read) return again({ status: 400, notice: "mend", typed: read.typed });
  const body = { of, ...read.data, locale: request.locale, origin: originOf(request.req) };
  const refusal = await client.tell("questions", body, isMember ? session : undefined);
  if (!refusal) return { visit: { place, notice: "questionSent" } };
  const notice = refusal.refused === 429 ? "tooManyToday" : noticeOf(refusal);
  return again({ status: refusal.refused, notice, typed: typedAs(read.data) });
}

async function showByLink(client: MemberClient, link: string, kept?: Kept): Promise<Outcome> {
  const answer = await client.post(questionAnswerSchema, "question", { link });
  if (isRefusal(answer)) return { status: 410, visit: { place, notice: "linkEnded" } };
  const { typed = nothingTyped, status, ...notice } = kept ?? {};
  const visit = { place, answering: { question: answer.question, link, typed }, ...notice } as const;
  return { visit, ...(status !== undefined && { status }) };
}

const showOwn = (client: MemberClient, request: MemberRequest, id: string, kept?: Kept): Promise<Outcome> =>
  signedIn(client, request, async ({ session }) => {
    const answer = await client.get(questionsAnswerSchema, "questions", session);
    const question = isRefusal(answer) ? undefined : answer.questions.find((one) => one.id === id);
    if (!question) return missing;
    const { typed = nothingTyped, status, ...notice } = kept ?? {};
    return { visit: { place, answering: { question, typed }, ...notice }, ...(status !== undefined && { status }) };
  });

async function answerByLink(client: MemberClient, link: string, form: URLSearchParams): Promise<Outcome> {
  const read = readTyped(wordsFormSchema, form);
  if ("typed" in read) return showByLink(client, link, { status: 400, notice: "mend", typed: read.typed });
  const answer = await client.post(questionAnswerSchema, "question/answer", { link, ...read.data });
  if (!isRefusal(answer)) return answered(answer.question);
  const notice = answer.refused === 409 ? "answeredAlready" : noticeOf(answer);
  return showByLink(client, link, { status: answer.refused, notice, typed: typedAs(read.data) });
}

const answerOwn = (client: MemberClient, request: MemberRequest, id: string, form: URLSearchParams): Promise<Outcome> =>
  signedIn(client, request, async ({ session }) => {
    const read = readTyped(wordsFormSchema, form);
    if ("typed" in read) return showOwn(client, request, id, { status: 400, notice: "mend", typed: read.typed });
    const answer = await client.post(questionAnswerSchema, "question/answer", { id, ...read.data }, session);
    if (!isRefusal(answer)) return answered(answer.question);
    const notice = answer.refused === 409 ? "answeredAlready" : noticeOf(answer);
    return showOwn(client, request, id, { status: answer.refused, notice, typed: typedAs(read.data) });
  });

const answered = (question: Question): Outcome => ({
  visit: { place, answering: { question, typed: nothingTyped }, notice: "answerSent" },
});
