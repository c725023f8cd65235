import { calendarDay, type MemberPlanAnswer, memberPlanAnswerSchema } from "@essaim/content";
import { translatorOf } from "../../i18n/translator.ts";
import { planCalendar } from "../../views/plan/plan-calendar.ts";
import { planAnchors, planPath, stepAnchor } from "../member-address.ts";
import { isRefusal, type MemberClient, type Refusal } from "../member-client.ts";
import {
  adoptionOf,
  type MemberRequest,
  noticeOf,
  type Outcome,
  type Place,
  type Signed,
  signedIn,
} from "../outcome.ts";
import { changedTicks, editsOf, type PlanForm, partOf, planFormSchema } from "../plan-form.ts";
import { typedAndRefused } from "../typed-form.ts";
import type { Notice, VisitOf } from "../visit.ts";

const place = "plan";

/** The plan of an adoption for the centre whose it is: the page, its forms, and the file for calendars. */
export const planPlace = (client: MemberClient, publicUrl: string): Place => ({
  show: (request) =>
    signedIn(client, request, (signed) => {
      const query = new URLSearchParams(request.query);
      return withPlan(client, request, signed, (answer) =>
        query.get("format") === "ics" ? calendarOf(answer, request, publicUrl) : shownFor(answer, signed, query),
      );
    }),
  act: (request, form) =>
    signedIn(client, request, async (signed) => {
      const act = planFormSchema.safeParse(form.get("act")).data;
      const uid = adoptionOf(request);
      if (act === undefined || uid === undefined) return { status: 400, visit: { place, notice: "unknownAdoption" } };
      const removed = act === "remove" ? await stepBefore(client, request, signed, form.get("key")) : undefined;
      const sent = await send(client, { request, signed, uid }, act, form);
      if (sent && isRefusal(sent))
        return withPlan(client, request, signed, (answer) => refused(answer, signed, { act, form }, sent));
      // The page that answers is the only one that can still put the step back.
      if (sent && removed) return shown(sent, signed, { removed, notice: "stepRemoved" });
      const at = sent?.plan ? partOf(act, form, sent.plan.plan) : undefined;
      return { to: planPath(uid, request.locale, { done: "kept", at }) };
    }),
});

function send(
  client: MemberClient,
  { request, signed, uid }: { readonly request: MemberRequest; readonly signed: Signed; readonly uid: string },
  act: PlanForm,
  form: URLSearchParams,
): Promise<MemberPlanAnswer | Refusal | undefined> {
  const path = (what: string) => `adoptions/${uid}/plan${what}?locale=${request.locale}`;
  const ask = (what: string, body: object) => client.post(memberPlanAnswerSchema, path(what), body, signed.session);
  if (act === "make") return ask("", { startDate: form.get("startDate") ?? "" });
  const edits = editsOf(act, form);
  return edits.length === 0 ? Promise.resolve(undefined) : ask("/edit", { edits });
}

/** A step as it is before it is taken away. */
async function stepBefore(client: MemberClient, request: MemberRequest, { session }: Signed, key: string | null) {
  const path = `adoptions/${adoptionOf(request)}/plan?locale=${request.locale}`;
  const answer = await client.get(memberPlanAnswerSchema, path, session);
  return isRefusal(answer) ? undefined : answer.plan?.plan.steps?.find((step) => step.key === key);
}

/** Reads the plan as it is now, for whatever is to be shown of it. */
async function withPlan(
  client: MemberClient,
  request: MemberRequest,
  { session }: Signed,
  show: (answer: MemberPlanAnswer) => Outcome,
): Promise<Outcome> {
  const uid = adoptionOf(request);
  const path = `adoptions/${uid}/plan?locale=${request.locale}`;
  const answer = uid === undefined ? undefined : await client.get(memberPlanAnswerSchema, path, session);
  if (answer !== undefined && !isRefusal(answer)) return show(answer);
  const isUnknown = answer === undefined || answer.refused === 404;
  return { status: answer?.refused ?? 404, visit: { place, notice: isUnknown ? "unknownAdoption" : noticeOf(answer) } };
}

/** The plan, or one of its steps to be written; a step that is gone by now is said to be. */
function shownFor(answer: MemberPlanAnswer, signed: Signed, query: URLSearchParams): Outcome {
  const edited = query.get("etape") ?? undefined;
  const steps = answer.plan?.plan.steps ?? [];
  const isThere = edited === "new" || steps.some(({ key }) => key === edited);
  if (edited !== undefined && !isThere) return shown(answer, signed, { notice: "stepGone" }, 404);
  if (query.get("fait") !== "kept") return shown(answer, signed, { ...(edited && { edited }) });
  const parts: string[] = [...Object.values(planAnchors), ...steps.flatMap(({ key }) => (key ? stepAnchor(key) : []))];
  const at = parts.find((part) => part === query.get("ou"));
  return shown(answer, signed, { notice: "kept", ...(at !== undefined && { at }) });
}

const shown = (
  { adoption, plan, cost }: MemberPlanAnswer,
  { member }: Signed,
  said: Omit<VisitOf<"plan">, "place" | "adoption" | "plan">,
  status = 200,
): Outcome => ({
  status,
  visit: {
    ...{ place, adoption, today: calendarDay(new Date()), centre: member.centre?.name },
    ...(plan && { plan }),
    ...(cost && { cost }),
    ...said,
  },
});

/** What was typed is shown again, beside what is there now. */
function refused(
  answer: MemberPlanAnswer,
  signed: Signed,
  { act, form }: { readonly act: PlanForm; readonly form: URLSearchParams },
  refusal: Refusal,
): Outcome {
  const field = refusal.field?.replace(/^(?:edits\.\d+\.)?(?:step\.)?/, "").split(".")[0];
  const typed = typedAndRefused(form, { code: refusal.code, ...(field !== undefined && { field }) });
  const key = form.get("key") ?? undefined;
  const isGone = refusal.code === "unknown-step";
  // A step that a colleague took away can be put back with what was typed.
  const edited =
    act === "add" || (act === "step" && isGone) ? "new" : act === "step" || act === "remove" ? key : undefined;
  const said = {
    ...{ act, typed, notice: noticeOfPlan(refusal) },
    ...(edited !== undefined && { edited }),
    ...(act === "ticks" && { ticks: changedTicks(form) }),
  };
  return shown(answer, signed, said, refusal.refused);
}

const noticeOfPlan = (refusal: Refusal): Notice => {
  if (refusal.code === "changed-meanwhile") return "planChanged";
  if (refusal.code === "unknown-step") return "stepGone";
  if (refusal.code === "unknown-resource") return "unknownSheet";
  return refusal.refused === 400 ? "mend" : noticeOf(refusal);
};

function calendarOf({ adoption, plan }: MemberPlanAnswer, { locale }: MemberRequest, publicUrl: string): Outcome {
  if (!plan) return { status: 404, visit: { place, adoption, today: calendarDay(new Date()) } };
  const t = translatorOf(locale);
  const words = {
    title: t("plan.calendar", { title: adoption.resource?.title ?? t("adoption.gone") }),
    url: publicUrl + planPath(adoption.uid, locale),
    done: (title: string) => t("plan.calendar.done", { title }),
    who: (name: string) => t("plan.calendar.who", { name }),
  };
  const body = Buffer.from(planCalendar(plan, words, new Date()));
  return { file: { name: `plan-${adoption.uid}.ics`, type: "text/calendar; charset=utf-8", body } };
}
