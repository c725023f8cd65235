import { memberPath, noticeFrequencySchema, noticesAnswerSchema, stopLinkSchema } from "@essaim/content";
import { isRefusal } from "../member-client.ts";
import { type MakePlace, type MemberRequest, noticeOf, type Outcome, signedIn } from "../outcome.ts";
import type { Notice } from "../visit.ts";

const place = "notices";

/** What a member was told, how often they are written to, and the end of it, which needs no password. */
export const noticesPlace: MakePlace = (client) => {
  const list = (request: MemberRequest, notice?: Notice): Promise<Outcome> =>
    signedIn(client, request, async ({ session }) => {
      const answer = await client.get(noticesAnswerSchema, `notices?locale=${request.locale}`, session);
      if (isRefusal(answer)) return { status: answer.refused, visit: { place, notice: noticeOf(answer) } };
      return { visit: { place, told: answer, ...(notice && { notice }) } };
    });

  async function stop(link: string): Promise<Outcome> {
    const refusal = await client.tell("notices/stop", { link });
    if (refusal) return { status: refusal.refused, visit: { place, notice: "linkEnded" } };
    return { visit: { place, notice: "mailStopped" } };
  }

  return {
    show(request) {
      const given = new URLSearchParams(request.query);
      const link = stopLinkSchema.safeParse(given.get("stop")).data;
      if (link !== undefined) return Promise.resolve({ visit: { place, stop: link } });
      return list(request, given.has("choix") ? "kept" : undefined);
    },
    act(request, form) {
      const link = stopLinkSchema.safeParse(form.get("stop")).data;
      if (link !== undefined) return stop(link);
      return signedIn(client, request, async ({ session }) => {
        const here = memberPath(place, request.locale);
        const upTo = Number(form.get("upTo"));
        if (Number.isSafeInteger(upTo) && upTo > 0) {
          await client.tell("notices/read", { upTo }, session);
          return { to: here };
        }
        const chosen = noticeFrequencySchema.safeParse({ frequency: form.get("frequency") }).data;
        if (!chosen) return { to: here };
        await client.tell("notices/frequency", chosen, session);
        return { to: `${here}?choix=1` };
      });
    },
  };
};
