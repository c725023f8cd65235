import { adoptableSchema, adoptedSchema, calendarDay, type Key, resourceKeySchema } from "@essaim/content";
import { answersOf, textOf } from "../answers.ts";
import { adoptionPath } from "../member-address.ts";
import { isRefusal, type MemberClient, type Refusal } from "../member-client.ts";
import { type MakePlace, type MemberRequest, noticeOf, type Outcome, type Signed, signedIn } from "../outcome.ts";
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
      if (!isRefusal(answer))
        return { to: adoptionPath(answer.adoption.uid, locale, answer.isNew ? "adopted" : undefined) };
      const answers = answersOf(form, answer);
      const notice = answer.refused === 400 ? "mend" : noticeOfResource(answer);
      return showResource(client, request, signed, { answers, notice }, answer.refused);
    }),
});

/** The resource that an address names. */
const resourceOf = ({ query }: MemberRequest): Key | undefined =>
  resourceKeySchema.safeParse(new URLSearchParams(query).get("fiche")).data;

async function showResource(
  client: MemberClient,
  request: MemberRequest,
  { session, member }: Signed,
  said: Pick<VisitOf<"adopt">, "answers" | "notice"> = {},
  status = 200,
): Promise<Outcome> {
  const { locale } = request;
  const key = resourceOf(request);
  if (key === undefined) return { status: 404, visit: { place, notice: "unknownSheet" } };
  if (member.centre === null) return { status: 403, visit: { place, notice: "noCentre" } };
  const adoptable = await client.get(adoptableSchema, `resources/${key}?locale=${locale}`, session);
  if (isRefusal(adoptable)) return { status: adoptable.refused, visit: { place, notice: noticeOfResource(adoptable) } };
  if (adoptable.own !== null) return { to: adoptionPath(adoptable.own, locale) };
  const notice = adoptable.isOrigin ? { notice: "ownSheet" as const } : {};
  return { status, visit: { place, adoptable, today: calendarDay(new Date()), ...notice, ...said } };
}

const noticeOfResource = (refusal: Refusal) =>
  refusal.code === "unknown-resource"
    ? "unknownSheet"
    : refusal.code === "own-resource"
      ? "ownSheet"
      : noticeOf(refusal);
