import {
  askableAnswerSchema,
  type Key,
  keyOf,
  keySchema,
  type Locale,
  memberAnswerSchema,
  questionAnswerSchema,
  questionFormSchema,
  questionsAnswerSchema,
  type Reader,
  secretIdSchema,
  wordsFormSchema,
} from "@essaim/content";
import type { z } from "zod";
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

/** Who has signed in, if anybody has: asking needs no account. */
async function readerOf(
  client: MemberClient,
  { req }: MemberRequest,
): Promise<(Reader & { session: string }) | undefined> {
  const session = sessionIn(req.headers.cookie);
  const known = session === undefined ? undefined : await client.get(memberAnswerSchema, "me", session);
  return session === undefined || known === undefined || isRefusal(known) ? undefined : { ...known, session };
}

const by = (reader: Reader | undefined): { readonly reader?: Reader } => (reader ? { reader } : {});

const readAskable = (client: MemberClient, of: Key, locale: Locale) =>
  client.get(askableAnswerSchema, `askable?of=${of}&locale=${locale}`);

async function showForm(
  client: MemberClient,
  request: MemberRequest,
  given: string | null,
  kept?: Kept,
): Promise<Outcome> {
  const of = keySchema.safeParse(given).data;
  const askable = of && (await readAskable(client, of, request.locale));
  if (of === undefined || askable === undefined || isRefusal(askable)) return missing;
  const reader = await readerOf(client, request);
  if (reader?.member.centre && of === keyOf("centre", reader.member.centre.uid))
    return { status: 409, visit: { place, notice: "ownQuestion", ...by(reader) } };
  const { typed = nothingTyped, status, ...notice } = kept ?? {};
  const asking = { of, ...askable, typed, ...(reader && { as: reader.member.name }) };
  return { visit: { place, asking, ...notice, ...by(reader) }, ...(status !== undefined && { status }) };
}

async function ask(client: MemberClient, request: MemberRequest, form: URLSearchParams): Promise<Outcome> {
  if (isTrapped(form)) return { visit: { place, notice: "questionSent" } };
  const of: Key | undefined = keySchema.safeParse(form.get("fiche")).data;
  const reader = await readerOf(client, request);
  const read = reader ? readTyped(wordsFormSchema, form) : readTyped(questionFormSchema, form);
  const after = reader ? form.get("suite") : null;
  const again = (kept: Kept) =>
    after === null ? showForm(client, request, form.get("fiche"), kept) : showOwn(client, request, after, kept);
  if ("typed" in read) return again({ status: 400, notice: "mend", typed: read.typed });
  const body = {
    of,
    ...read.data,
    locale: request.locale,
    origin: originOf(request.req),
    ...(after !== null && { after }),
  };
  const refusal = await client.tell("questions", body, reader?.session);
  if (!refusal) return showSent(client, request, of, reader);
  const notice = refusal.refused === 429 ? "tooManyToday" : noticeOf(refusal);
  return again({ status: refusal.refused, notice, typed: typedAs(read.data) });
}

/** Where to go on from: the page that was asked about, and for members their questions. */
async function showSent(
  client: MemberClient,
  { locale }: MemberRequest,
  of: Key | undefined,
  reader: Reader | undefined,
): Promise<Outcome> {
  const askable = of && (await readAskable(client, of, locale));
  const sent = of && askable && !isRefusal(askable) ? { sent: { of, ...askable } } : {};
  return { visit: { place, notice: "questionSent", ...sent, ...by(reader) } };
}

async function showByLink(client: MemberClient, link: string, kept?: Kept): Promise<Outcome> {
  const answer = await client.post(questionAnswerSchema, "question", { link });
  if (isRefusal(answer)) return { status: 410, visit: { place, notice: "linkEnded" } };
  const { typed = nothingTyped, status, ...notice } = kept ?? {};
  const visit = { place, answering: { ...answer, link, typed }, ...notice } as const;
  return { visit, ...(status !== undefined && { status }) };
}

const showOwn = (client: MemberClient, request: MemberRequest, id: string, kept?: Kept): Promise<Outcome> =>
  signedIn(client, request, async ({ session }) => {
    const answer = await client.get(questionsAnswerSchema, "questions", session);
    const all = isRefusal(answer) ? [] : [answer.questions, answer.asked];
    const list = all.find((one) => one.some((question) => question.id === id)) ?? [];
    const at = list.findIndex((question) => question.id === id);
    const question = list[at];
    if (isRefusal(answer) || !question) return missing;
    const { typed = nothingTyped, status, ...notice } = kept ?? {};
    const before = list
      .slice(at + 1)
      .filter(({ thread }) => thread === question.thread)
      .toReversed();
    const answering = { question, before, typed, isMine: list === answer.asked };
    return { visit: { place, answering, ...notice }, ...(status !== undefined && { status }) };
  });

async function answerByLink(client: MemberClient, link: string, form: URLSearchParams): Promise<Outcome> {
  const read = readTyped(wordsFormSchema, form);
  if ("typed" in read) return showByLink(client, link, { status: 400, notice: "mend", typed: read.typed });
  const answer = await client.post(questionAnswerSchema, "question/answer", { link, ...read.data });
  if (!isRefusal(answer)) return answered(answer);
  const notice = answer.refused === 409 ? "answeredAlready" : noticeOf(answer);
  return showByLink(client, link, { status: answer.refused, notice, typed: typedAs(read.data) });
}

const answerOwn = (client: MemberClient, request: MemberRequest, id: string, form: URLSearchParams): Promise<Outcome> =>
  signedIn(client, request, async ({ session }) => {
    const read = readTyped(wordsFormSchema, form);
    if ("typed" in read) return showOwn(client, request, id, { status: 400, notice: "mend", typed: read.typed });
    const answer = await client.post(questionAnswerSchema, "question/answer", { id, ...read.data }, session);
    if (!isRefusal(answer)) return answered(answer);
    const notice = answer.refused === 409 ? "answeredAlready" : noticeOf(answer);
    return showOwn(client, request, id, { status: answer.refused, notice, typed: typedAs(read.data) });
  });

const answered = (answer: z.output<typeof questionAnswerSchema>): Outcome => ({
  visit: { place, answering: { ...answer, typed: nothingTyped }, notice: "answerSent" },
});
