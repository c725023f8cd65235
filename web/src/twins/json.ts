import { locales as allLocales, type Locale, type PublishedDocument } from "@essaim/content";
import { localizedPath, type PagedType } from "../routing/index.ts";
import type { Lineage } from "./lineage.ts";

/**
 * A document for programs: the published contract as it stands, with the addresses of its page in every language, and the lineage of a resource.
 * Nothing private can be in it: it never leaves the CMS.
 */
export function twinData<T extends PagedType>(type: T, document: PublishedDocument<T>, url: URL, lineage?: Lineage) {
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
    ...(lineage && lineageIn(lineage, document.locale ?? sourceLocale, url)),
    data,
  };
}

/** A lineage with the address of each resource that has a page. */
function lineageIn({ derivedFrom, ancestry, adaptations, adoptions }: Lineage, reader: Locale, url: URL) {
  const addressed = <R extends Lineage["ancestry"][number]>(relative: R) => ({
    ...relative,
    ...(relative.slug && {
      url: new URL(localizedPath(relative.type, relative.slug, relative.locale ?? reader), url).href,
    }),
  });
  return {
    derivedFrom: derivedFrom && addressed(derivedFrom),
    ancestry: ancestry.map(addressed),
    adaptations: adaptations.map(addressed),
    adoptions,
  };
}
