import type { Locale, MemberPlace } from "@essaim/content";
import { translatorOf } from "../i18n/translator.ts";
import { type PageHead, sectionPlaces } from "./page-head.ts";

/** What a page that is made for one person says of itself: nothing of that person. `query` goes along into other languages. */
export function memberHead(place: MemberPlace, locale: Locale, query: string): PageHead {
  const t = translatorOf(locale);
  const title = t(`member.title.${place}`);
  return { title, description: title, places: sectionPlaces(place, locale, query), unlisted: true };
}
