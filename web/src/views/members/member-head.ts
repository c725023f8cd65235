import type { Locale } from "@essaim/content";
import { translatorOf } from "../../i18n/translator.ts";
import type { Visit } from "../../members/visit.ts";
import { type PageHead, sectionPlaces } from "../page-head.ts";

/** What a page that is made for one person says of itself: nothing of that person. `query` goes along into other languages. */
export function memberHead(visit: Visit, locale: Locale, query: string): PageHead {
  const t = translatorOf(locale);
  const { place } = visit;
  const isAnswering = visit.place === "question" && visit.answering !== undefined && visit.answering.isMine !== true;
  const title = t(isAnswering ? "question.answer" : `member.title.${place}`);
  return { title, description: title, places: sectionPlaces(place, locale, query), unlisted: true };
}
