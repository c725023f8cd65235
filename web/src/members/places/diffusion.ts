import {
  calendarDay,
  diffusionSchema,
  type Locale,
  memberPath,
  pendingInvitationsSchema,
  questionsAnswerSchema,
  waitingJoinsSchema,
} from "@essaim/content";
import { readDiffusionChoice, toDiffusionPage } from "../../views/members/diffusion.ts";
import { diffusionCsv } from "../../views/members/diffusion-csv.ts";
import { actOnInvitation } from "../invitation-acts.ts";
import { isRefusal, type MemberClient, type Refusal } from "../member-client.ts";
import { lineOf, type MakePlace, type MemberRequest, noticeOf, type Outcome, signedIn } from "../outcome.ts";
import { textOf } from "../typed-form.ts";
import type { Notice } from "../visit.ts";

const place = "diffusion";

/** Where every centre is with every sheet, and who wants to join, for whoever travels between them. */
export const diffusionPlace: MakePlace = (client) => ({
  show: (request) => signedIn(client, request, ({ session }) => showDiffusion(client, request, session)),
  act: (request, form) =>
    signedIn(client, request, async ({ session }) => {
      const act = form.get("act");
      const again = (refusal: Refusal | undefined, done: Notice) =>
        showDiffusion(
          client,
          request,
          session,
          refusal ? { status: refusal.refused, notice: saidOf(refusal) } : { notice: done },
        );
      if (act === "accepted" || act === "declined") {
        const said = {
          id: lineOf(form, "id"),
          state: act,
          centre: lineOf(form, "centre"),
          answer: textOf(form, "answer") ?? "",
        };
        return again(
          await client.tell("joins/decide", said, session),
          act === "accepted" ? "joinAccepted" : "joinDeclined",
        );
      }
      const invite = { centre: lineOf(form, "centre"), locale: request.locale };
      const invited = await actOnInvitation(client, form, { session, invite });
      if (invited) return showDiffusion(client, request, session, invited);
      await client.tell("diffusion/seen", { at: form.get("at") ?? "" }, session);
      return { to: memberPath(place, request.locale) };
    }),
});

const notices: Readonly<Record<string, Notice>> = { "decided-already": "joinDecided", "address-taken": "joinKnown" };

const saidOf = (refusal: Refusal): Notice => notices[refusal.code] ?? noticeOf(refusal);

async function showDiffusion(
  client: MemberClient,
  request: MemberRequest,
  session: string,
  said: { readonly status?: number; readonly notice?: Notice } = {},
): Promise<Outcome> {
  const { locale } = request;
  const [answer, asked, wanted, pending] = await Promise.all([
    client.get(diffusionSchema, `diffusion?locale=${locale}`, session),
    client.get(questionsAnswerSchema, "questions", session),
    client.get(waitingJoinsSchema, "joins", session),
    client.get(pendingInvitationsSchema, "invitations", session),
  ]);
  if (isRefusal(answer)) return { status: answer.refused, visit: { place, notice: noticeOf(answer) } };
  const query = new URLSearchParams(request.query);
  const page = toDiffusionPage(answer, readDiffusionChoice(query), locale);
  if (query.get("format") === "csv") return fileOf(page.steps, answer.at, locale);
  const own = isRefusal(asked) ? {} : asked;
  const joins = isRefusal(wanted) ? [] : wanted.requests;
  const invitations = isRefusal(pending) ? [] : pending.invitations;
  const { notice, ...status } = said;
  const { seenAt, at } = answer;
  return { visit: { place, page, ...own, joins, invitations, seenAt, at, ...(notice && { notice }) }, ...status };
}

function fileOf(steps: Parameters<typeof diffusionCsv>[0], at: string, locale: Locale): Outcome {
  const name = `essaimage-${calendarDay(new Date(at))}.csv`;
  return { file: { name, type: "text/csv; charset=utf-8", body: diffusionCsv(steps, locale) } };
}
