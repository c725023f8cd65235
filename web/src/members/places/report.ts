import {
  calendarDay,
  memberAdoptionAnswerSchema,
  memberReportAnswerSchema,
  reportedSchema,
  reportTexts,
} from "@essaim/content";
import { z } from "zod";
import { adoptionPath, reportPath } from "../member-address.ts";
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
import { typedNumber } from "../typed-number.ts";
import type { Notice, VisitOf } from "../visit.ts";

const place = "report";
const doneSchema = z.literal("draftKept");

/** Where a centre tells what happened in an adoption of its own. */
export const reportPlace: MakePlace = (client) => ({
  show: (request) =>
    signedIn(client, request, (signed) => {
      const notice = doneSchema.safeParse(new URLSearchParams(request.query).get("fait")).data;
      return showReport(client, request, signed, { ...(notice && { notice }) });
    }),
  act: (request, form) =>
    signedIn(client, request, async (signed) => {
      const { locale } = request;
      const uid = adoptionOf(request);
      if (uid === undefined) return { status: 404, visit: { place, notice: "unknownAdoption" } };
      const publish = form.get("act") === "publish";
      const body = { ...bodyOf(form), adoption: uid, publish, ...(publish && { now: stageIn(form) }) };
      const answer = await client.post(reportedSchema, `reports?locale=${locale}`, body, signed.session);
      if (!isRefusal(answer))
        return { to: publish ? adoptionPath(uid, locale, "reported") : reportPath(uid, locale, "draftKept") };
      const field = answer.field?.replace(/^now\./, "");
      const said = {
        typed: typedAndRefused(form, { code: answer.code, ...(field !== undefined && { field }) }),
        notice: noticeOfReport(answer),
      };
      return showReport(client, request, signed, said, answer.refused);
    }),
});

/** What the form asks of the CMS, which says what is wrong with it. */
const bodyOf = (form: URLSearchParams): object => ({
  basedOn: textOf(form, "basedOn"),
  on: form.get("on") ?? "",
  language: form.get("language") ?? "",
  ...Object.fromEntries(reportTexts.map((name) => [name, textOf(form, name)])),
  audienceReached: typedNumber(textOf(form, "audienceReached")),
  preparationDays: typedNumber(textOf(form, "preparationDays")),
  cost: typedNumber(textOf(form, "cost")),
  wouldRepeat: textOf(form, "wouldRepeat"),
  visibility: form.get("visibility") ?? "",
});

/** The stage that the centre has come to; none where it leaves it as it is. */
function stageIn(form: URLSearchParams): object | undefined {
  const stage = textOf(form, "stage");
  if (stage === undefined) return undefined;
  return { basedOn: form.get("stageBasedOn") ?? "", stage, reason: textOf(form, "reason") };
}

const noticeOfReport = (refusal: Refusal): Notice => {
  if (refusal.code === "changed-meanwhile") return "changedMeanwhile";
  if (refusal.code === "nothing-done") return "nothingDone";
  return refusal.refused === 400 ? "mend" : noticeOf(refusal);
};

async function showReport(
  client: MemberClient,
  request: MemberRequest,
  { session }: Signed,
  said: Pick<VisitOf<"report">, "typed" | "notice">,
  status = 200,
): Promise<Outcome> {
  const { locale } = request;
  const uid = adoptionOf(request);
  if (uid === undefined) return { status: 404, visit: { place, notice: "unknownAdoption" } };
  const path = `adoptions/${uid}`;
  const [about, told] = await Promise.all([
    client.get(memberAdoptionAnswerSchema, `${path}?locale=${locale}`, session),
    client.get(memberReportAnswerSchema, `${path}/report?locale=${locale}`, session),
  ]);
  if (isRefusal(about)) return refusedBy(about);
  if (isRefusal(told)) return refusedBy(told);
  return { status, visit: { place, ...about, ...told, today: calendarDay(new Date()), ...said } };
}

const refusedBy = (refusal: Refusal): Outcome => {
  const notice = refusal.refused === 404 ? "unknownAdoption" : noticeOf(refusal);
  return { status: refusal.refused, visit: { place, notice } };
};
