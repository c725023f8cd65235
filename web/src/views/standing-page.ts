import { languageOf, type PublishedDocument } from "@essaim/content";
import type { Reading } from "../content/reading.ts";
import { translatorOf } from "../i18n/translator.ts";
import { typeset } from "../i18n/typography.ts";
import { type StandingPage, sectionPath, standingPages } from "../routing/index.ts";
import { type PageHead, sectionPlaces } from "./page-head.ts";

/** Reads a page of the portal itself, in the reader’s language or else in its source language; null when nobody wrote it. */
export async function readStandingPage(name: StandingPage, locals: Reading): Promise<PublishedDocument<"page"> | null> {
  const found = await locals.load("page", { uid: name, locale: locals.locale, fallback: true });
  return found && typeset(found, languageOf(found));
}

/** Head of a page of the portal itself. */
export function standingPageHead(name: StandingPage, document: PublishedDocument<"page">, locals: Reading): PageHead {
  const { locale } = locals;
  const places = sectionPlaces(name, locale);
  const published = new Set(document.locales.map((each) => each.locale));
  const alternates = places.alternates.filter((each) => published.has(each.locale));
  return {
    title: document.data.title,
    description: document.data.summary ?? document.data.title,
    places: { ...places, canonical: sectionPath(name, languageOf(document)), alternates },
    section: name,
  };
}

/** A link to a page of the portal itself. */
export interface StandingLink {
  readonly path: string;
  readonly label: string;
}

/** Links to the pages of the portal itself that somebody wrote; none while the CMS can’t tell. */
export async function readStandingLinks(locals: Reading): Promise<StandingLink[]> {
  const t = translatorOf(locals.locale);
  const written = await locals.writtenPages().catch(() => new Set<string>());
  return standingPages
    .filter((name) => written.has(name))
    .map((name) => ({ path: sectionPath(name, locals.locale), label: t(`nav.${name}`) }));
}
