import {
  adoptableSchema,
  calendarDay,
  type Locale,
  type MemberAdoption,
  memberAdoptionAnswerSchema,
  stageAnswerSchema,
} from "@essaim/content";
import { z } from "zod";
import { adoptionPath } from "../member-address.ts";
import { isRefusal, type MemberClient, type Refusal } from "../member-client.ts";
import {
  adoptionOf,
  type MakePlace,
  type MemberRequest,
  noticeOf,
  type Outcome,
  type Signed,
  signedIn,
} from "../outcome.ts";
import { textOf, typedAndRefused } from "../typed-form.ts";
import { type AdoptionAct, adoptionActs, type Notice, type VisitOf } from "../visit.ts";

const place = "adoption";

/** What may just have been done, as the address that its form leads to says. */
const doneSchema = z.enum([
  "adopted",
  "adoptedWithPlan",
  "stageChanged",
  "stageWithPlan",
  "corrected",
  "followed",
  "kept",
  "reported",
]);
const actSchema = z.enum(adoptionActs);

/** What each form asks the CMS for, and what is said once it is done. */
const asks = {
  stage: { path: "stage", done: "stageChanged" },
  correct: { path: "correction", done: "corrected" },
  stop: { path: "stage", done: "stageChanged" },
  follow: { path: "version", done: "followed" },
  visibility: { path: "visibility", done: "kept" },
  note: { path: "note", done: "kept" },
} as const satisfies Record<AdoptionAct, { path: string; done: z.infer<typeof doneSchema> }>;

/** The page of an adoption for the centre whose it is. */
export const adoptionPlace: MakePlace = (client) => ({
  show: (request) =>
    signedIn(client, request, (signed) => {
      const notice = doneSchema.safeParse(new URLSearchParams(request.query).get("fait")).data;
      return showAdoption(client, request, signed, { ...(notice && { notice }) });
    }),
  act: (request, form) =>
    signedIn(client, request, async (signed) => {
      const act = actSchema.safeParse(form.get("act")).data;
      const uid = adoptionOf(request);
      if (act === undefined || uid === undefined) return { status: 400, visit: { place, notice: "unknownAdoption" } };
      const path = `adoptions/${uid}/${asks[act].path}?locale=${request.locale}`;
      const answer = await client.post(changedSchema, path, bodyOf(act, form), signed.session);
      if (!isRefusal(answer))
        return { to: adoptionPath(uid, request.locale, answer.planMade ? "stageWithPlan" : asks[act].done) };
      const refusal = answer;
      const said = { act, typed: typedAndRefused(form, refusal), notice: noticeOfChange(refusal) };
      return showAdoption(client, request, signed, said, refusal.refused);
    }),
});

/** What is answered of a change of stage; other changes make no plan. */
const changedSchema = stageAnswerSchema.partial({ planMade: true });

/** What a form asks of the CMS, which says what is wrong with it. */
function bodyOf(act: AdoptionAct, form: URLSearchParams): object {
  const basedOn = form.get("basedOn") ?? "";
  switch (act) {
    case "stage":
      return { basedOn, stage: form.get("stage") ?? "", on: form.get("on") ?? "", note: textOf(form, "note") };
    case "correct": {
      const stage = form.get("correctStage") ?? "";
      const words = textOf(form, "correctNote");
      return { basedOn, stage, on: form.get("correctOn") ?? "", [stage === "stopped" ? "reason" : "note"]: words };
    }
    case "follow":
      return { basedOn, version: Number(form.get("version")) };
    case "stop":
      return { basedOn, stage: "stopped", on: form.get("stoppedOn") ?? "", reason: textOf(form, "reason") };
    case "visibility":
      return { basedOn, visibility: form.get("visibility") ?? "" };
    case "note":
      return { basedOn, privateNote: textOf(form, "privateNote") };
  }
}

const noticeOfChange = (refusal: Refusal): Notice => {
  if (refusal.code === "changed-meanwhile") return "changedMeanwhile";
  if (refusal.code === "correction-too-late") return "correctionTooLate";
  return refusal.refused === 400 ? "mend" : noticeOf(refusal);
};

async function showAdoption(
  client: MemberClient,
  request: MemberRequest,
  { session }: Signed,
  said: Pick<VisitOf<"adoption">, "act" | "typed" | "notice">,
  status = 200,
): Promise<Outcome> {
  const { locale } = request;
  const uid = adoptionOf(request);
  const answer =
    uid === undefined
      ? undefined
      : await client.get(memberAdoptionAnswerSchema, `adoptions/${uid}?locale=${locale}`, session);
  if (answer === undefined || isRefusal(answer)) {
    const isUnknown = answer === undefined || answer.refused === 404;
    return {
      status: answer?.refused ?? 404,
      visit: { place, notice: isUnknown ? "unknownAdoption" : noticeOf(answer) },
    };
  }
  const { adoption } = answer;
  const others = await othersOf(client, adoption, locale, session);
  return { status, visit: { place, adoption, others, today: calendarDay(new Date()), ...said } };
}

/** The other centres that have taken the same resource up; nobody where it is no longer published. */
async function othersOf(client: MemberClient, { key, resource }: MemberAdoption, locale: Locale, session: string) {
  if (key === null || resource === null) return [];
  const answer = await client.get(adoptableSchema, `resources/${key}?locale=${locale}`, session);
  return isRefusal(answer) ? [] : answer.others;
}
