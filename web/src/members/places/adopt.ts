import {
  adoptableSchema,
  adoptedSchema,
  calendarDay,
  type Key,
  type Locale,
  type MemberAdoption,
  memberAdoptionAnswerSchema,
  resourceKeySchema,
} from "@essaim/content";
import type { z } from "zod";
import { adoptionPath } from "../member-address.ts";
import { isRefusal, type MemberClient, type Refusal } from "../member-client.ts";
import { type MakePlace, type MemberRequest, noticeOf, type Outcome, type Signed, signedIn } from "../outcome.ts";
import { type Typed, textOf, typedAndRefused, typedAs } from "../typed-form.ts";
import type { VisitOf } from "../visit.ts";

const place = "adopt";

/** Where a member’s centre takes a sheet, a guide or a kit up. */
export const adoptPlace: MakePlace = (client) => ({
  show: (request) => signedIn(client, request, (signed) => showResource(client, request, signed)),
  act: (request, form) =>
    signedIn(client, request, async (signed) => {
      const { locale } = request;
      const body = {
        resource: resourceOf(request),
        stage: form.get("stage") ?? "",
        on: form.get("on") ?? "",
        note: textOf(form, "note"),
        visibility: form.get("visibility") ?? "",
        privateNote: textOf(form, "privateNote"),
      };
      const answer = await client.post(adoptedSchema, `adoptions?locale=${locale}`, body, signed.session);
      if (!isRefusal(answer)) {
        const { adoption, isNew } = answer;
        if (!isNew && !saysAsMuch(adoption, body)) return takenUpAlready(adoption, typedAs(Object.fromEntries(form)));
        return { to: adoptionPath(adoption.uid, locale, doneBy(answer)) };
      }
      const typed = typedAndRefused(form, answer);
      const notice = answer.refused === 400 ? "mend" : noticeOfResource(answer);
      return showResource(client, request, signed, { typed, notice }, answer.refused);
    }),
});

/** Whether an adoption that was there says what was asked: a form that was sent twice is no second wish. */
const saysAsMuch = (
  { stage, visibility, history, privateNote }: MemberAdoption,
  asked: Readonly<Record<"stage" | "visibility" | "note" | "privateNote", string | undefined>>,
): boolean =>
  stage === asked.stage &&
  visibility === asked.visibility &&
  history.at(-1)?.note === asked.note &&
  (privateNote ?? undefined) === asked.privateNote;

/** A colleague was quicker: what was typed is shown beside what is there, so that nothing is lost. */
const takenUpAlready = (adoption: MemberAdoption, typed: Typed): Outcome => ({
  status: 409,
  visit: { place: "adoption", adoption, today: calendarDay(new Date()), notice: "takenUpAlready", typed },
});

const doneBy = ({ isNew, planMade }: z.infer<typeof adoptedSchema>): string | undefined =>
  planMade ? "adoptedWithPlan" : isNew ? "adopted" : undefined;

/** The resource that an address names. */
const resourceOf = ({ query }: MemberRequest): Key | undefined =>
  resourceKeySchema.safeParse(new URLSearchParams(query).get("fiche")).data;

async function showResource(
  client: MemberClient,
  request: MemberRequest,
  { session, member }: Signed,
  said: Pick<VisitOf<"adopt">, "typed" | "notice"> = {},
  status = 200,
): Promise<Outcome> {
  const { locale } = request;
  const key = resourceOf(request);
  if (key === undefined) return { status: 404, visit: { place, notice: "unknownSheet" } };
  if (member.centre === null) return { status: 403, visit: { place, notice: "noCentre" } };
  const adoptable = await client.get(adoptableSchema, `resources/${key}?locale=${locale}`, session);
  if (isRefusal(adoptable)) return { status: adoptable.refused, visit: { place, notice: noticeOfResource(adoptable) } };
  if (adoptable.own !== null) {
    const own = said.typed && (await client.get(memberAdoptionAnswerSchema, ownPath(adoptable.own, locale), session));
    if (own && !isRefusal(own)) return takenUpAlready(own.adoption, said.typed);
    return { to: adoptionPath(adoptable.own, locale) };
  }
  const notice = adoptable.isOrigin ? { notice: "ownSheet" as const } : {};
  return { status, visit: { place, adoptable, today: calendarDay(new Date()), ...notice, ...said } };
}

const ownPath = (uid: string, locale: Locale): string => `adoptions/${uid}?locale=${locale}`;

const noticeOfResource = (refusal: Refusal) =>
  refusal.code === "unknown-resource"
    ? "unknownSheet"
    : refusal.code === "own-resource"
      ? "ownSheet"
      : noticeOf(refusal);
