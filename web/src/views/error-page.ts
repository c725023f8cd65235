import type { Locale } from "@essaim/content";
import { translatorOf } from "../i18n/translator.ts";
import { homePlaces, type PageHead } from "./page-head.ts";

const statuses = [400, 403, 404, 410, 500, 503] as const;

/** Errors that have a page. */
export type ErrorPageStatus = (typeof statuses)[number];

/** The status that an error page’s address names; an unknown one is a mistake of ours. */
export const readStatus = (param: string | undefined): ErrorPageStatus =>
  statuses.find((status) => String(status) === param) ?? 500;

/** Head of an error page: changing language leads home, since the address that failed isn’t known here. */
export function errorHead(status: ErrorPageStatus, locale: Locale): PageHead {
  const t = translatorOf(locale);
  return {
    title: t(`error.${status}.title`),
    description: t(`error.${status}.text`),
    places: homePlaces(locale),
    unlisted: true,
    isOwn: true,
  };
}
