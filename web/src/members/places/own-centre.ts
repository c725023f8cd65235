import {
  calendarDay,
  colleaguesSchema,
  memberAdoptionsSchema,
  memberPath,
  noticesAnswerSchema,
  ownSheetsSchema,
  questionsAnswerSchema,
} from "@essaim/content";
import { isRefusal, type MemberClient } from "../member-client.ts";
import {
  lineOf,
  type MakePlace,
  type MemberRequest,
  noticeOf,
  type Outcome,
  type Signed,
  signedIn,
} from "../outcome.ts";
import type { Notice } from "../visit.ts";

const place = "ownCentre";

/** A member's own centre: what it has taken up, who acts for it, and the way out. */
export const ownCentrePlace: MakePlace = (client) => ({
  show: (request) =>
    signedIn(client, request, async (signed) => {
      const { centre, federation } = signed.member;
      if (centre === null && federation) return { to: memberPath("diffusion", request.locale) };
      return showCentre(client, request, signed);
    }),
  act: (request, form) =>
    signedIn(client, request, async (signed) => {
      const { locale } = request;
      const { session } = signed;
      const act = form.get("act");
      if (act !== "invite") {
        await client.tell(act === "everywhere" ? "sign-out-everywhere" : "sign-out", {}, session);
        return { to: memberPath("signIn", locale), session: null };
      }
      const refusal = await client.tell("invitations", { email: lineOf(form, "email"), locale }, session);
      return showCentre(client, request, signed, refusal ? noticeOf(refusal) : "invited");
    }),
});

async function showCentre(
  client: MemberClient,
  { locale }: MemberRequest,
  { session, member }: Signed,
  notice?: Notice,
): Promise<Outcome> {
  const [asked, told] = await Promise.all([
    client.get(questionsAnswerSchema, "questions", session),
    client.get(noticesAnswerSchema, `notices?locale=${locale}`, session),
  ]);
  const own = isRefusal(asked) ? { questions: [], asked: [] } : asked;
  const unread = isRefusal(told) ? [] : told.notices.filter(({ isRead }) => !isRead);
  const said = { place, member, ...own, unread, ...(notice && { notice }) } as const;
  if (member.centre === null) return { visit: said };
  const [taken, others, written] = await Promise.all([
    client.get(memberAdoptionsSchema, `adoptions?locale=${locale}`, session),
    client.get(colleaguesSchema, "colleagues", session),
    client.get(ownSheetsSchema, "sheets/own", session),
  ]);
  const adoptions = isRefusal(taken) ? [] : taken.adoptions;
  const colleagues = isRefusal(others) ? [] : others.colleagues;
  const sheets = isRefusal(written) ? [] : written.sheets;
  return { visit: { ...said, today: calendarDay(new Date()), adoptions, colleagues, sheets } };
}
