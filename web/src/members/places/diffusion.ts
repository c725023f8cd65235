import { calendarDay, diffusionSchema, memberPath, questionsAnswerSchema } from "@essaim/content";
import { readDiffusionChoice, toDiffusionPage } from "../../views/diffusion.ts";
import { diffusionCsv } from "../../views/diffusion-csv.ts";
import { isRefusal } from "../member-client.ts";
import { type MakePlace, noticeOf, signedIn } from "../outcome.ts";

const place = "diffusion";

/** Where every centre is with every sheet, for whoever travels between them. */
export const diffusionPlace: MakePlace = (client) => ({
  show: (request) =>
    signedIn(client, request, async ({ session }) => {
      const { locale } = request;
      const [answer, asked] = await Promise.all([
        client.get(diffusionSchema, `diffusion?locale=${locale}`, session),
        client.get(questionsAnswerSchema, "questions", session),
      ]);
      if (isRefusal(answer)) return { status: answer.refused, visit: { place, notice: noticeOf(answer) } };
      const query = new URLSearchParams(request.query);
      const page = toDiffusionPage(answer, readDiffusionChoice(query), locale);
      const questions = isRefusal(asked) ? [] : asked.questions;
      if (query.get("format") !== "csv")
        return { visit: { place, page, questions, seenAt: answer.seenAt, at: answer.at } };
      const name = `essaimage-${calendarDay(new Date(answer.at))}.csv`;
      return { file: { name, type: "text/csv; charset=utf-8", body: diffusionCsv(page.steps, locale) } };
    }),
  act: (request, form) =>
    signedIn(client, request, async ({ session }) => {
      await client.tell("diffusion/seen", { at: form.get("at") ?? "" }, session);
      return { to: memberPath(place, request.locale) };
    }),
});
