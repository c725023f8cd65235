import {
  calendarDay,
  colleaguesSchema,
  memberAdoptionsSchema,
  memberPath,
  noticesAnswerSchema,
  ownSheetsSchema,
  questionsAnswerSchema,
} from "@essaim/content";
import { actOnInvitation, type Invited } from "../invitation-acts.ts";
import { isRefusal, type MemberClient } from "../member-client.ts";
import { type MakePlace, type MemberRequest, type Outcome, type Signed, signedIn } from "../outcome.ts";

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
      const invited = await actOnInvitation(client, form, { session, invite: { locale } });
      if (invited) return showCentre(client, request, signed, invited);
      await client.tell(form.get("act") === "everywhere" ? "sign-out-everywhere" : "sign-out", {}, session);
      return { to: memberPath("signIn", locale), session: null };
    }),
});

async function showCentre(
  client: MemberClient,
  { locale }: MemberRequest,
  { session, member }: Signed,
  { status, ...notice }: Partial<Invited> = {},
): Promise<Outcome> {
  const [asked, told] = await Promise.all([
    client.get(questionsAnswerSchema, "questions", session),
    client.get(noticesAnswerSchema, `notices?locale=${locale}`, session),
  ]);
  const own = isRefusal(asked) ? { questions: [], asked: [] } : asked;
  const unread = isRefusal(told) ? [] : told.notices.filter(({ isRead }) => !isRead);
  const said = { place, member, ...own, unread, ...notice } as const;
  const answered = status === undefined ? {} : { status };
  if (member.centre === null) return { visit: said, ...answered };
  const [taken, others, written] = await Promise.all([
    client.get(memberAdoptionsSchema, `adoptions?locale=${locale}`, session),
    client.get(colleaguesSchema, "colleagues", session),
    client.get(ownSheetsSchema, "sheets/own", session),
  ]);
  const adoptions = isRefusal(taken) ? [] : taken.adoptions;
  const { colleagues, invitations } = isRefusal(others) ? { colleagues: [], invitations: [] } : others;
  const sheets = isRefusal(written) ? [] : written.sheets;
  const today = calendarDay(new Date());
  return { visit: { ...said, today, adoptions, colleagues, invitations, sheets }, ...answered };
}
