import type { Locale, PublishedDocument } from "@essaim/content";
import type { Reading } from "../content/reading.ts";
import { typeset } from "../i18n/typography.ts";
import type { PagedType } from "../routing/index.ts";
import { documentPlaces, type PagePlaces } from "./page-head.ts";

/** A document as its page shows it. */
export interface Sheet<T extends PagedType> {
  readonly document: PublishedDocument<T>;
  /** Language of its text. */
  readonly lang: Locale;
  /** Whether the reader gets another language for want of their own. */
  readonly borrowed: boolean;
  readonly places: PagePlaces;
}

/** What a page knows when it is asked for a document. */
export interface DocumentRequest {
  readonly locals: Reading;
  readonly params: Readonly<Record<string, string | undefined>>;
}

/** Finds the document that an address names, in the page’s language or else in its source language; null when there is none. */
export const findDocument = <T extends PagedType>(type: T, { locals, params }: DocumentRequest) =>
  locals.load(type, { slug: params["slug"] ?? "", locale: locals.locale, fallback: true });

/** Reads the document that an address names, typeset for its page; null when there is none: answer 404. */
export async function readSheet<T extends PagedType>(type: T, request: DocumentRequest): Promise<Sheet<T> | null> {
  const { locals } = request;
  const found = await findDocument(type, request);
  if (found === null) return null;
  const lang = found.locale ?? locals.locale;
  return {
    document: typeset(found, lang),
    lang,
    borrowed: lang !== locals.locale,
    places: documentPlaces(type, found, locals.locale),
  };
}
