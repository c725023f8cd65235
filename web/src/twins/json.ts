import { locales as allLocales, type Locale, type PublishedDocument } from "@essaim/content";
import { localizedPath, type PagedType } from "../routing/index.ts";

/**
 * A document for programs: the published contract as it stands, with the addresses of its page in every language.
 * Nothing private can be in it: it never leaves the CMS.
 */
export function twinData<T extends PagedType>(type: T, document: PublishedDocument<T>, url: URL) {
  const { uid, locale, sourceLocale, slug, version, publishedAt, updatedAt, locales, data } = document;
  const addressIn = (other: Locale, otherSlug: string) => new URL(localizedPath(type, otherSlug, other), url).href;
  return {
    type,
    uid,
    locale,
    sourceLocale,
    url: addressIn(locale ?? sourceLocale, slug),
    version,
    publishedAt,
    updatedAt,
    locales: (locale === null ? allLocales.map((each) => ({ locale: each, slug })) : locales).map((each) => ({
      locale: each.locale,
      url: addressIn(each.locale, each.slug),
    })),
    data,
  };
}
