import { type Locale, locales, type PublishedDocument } from "@essaim/content";
import type { Thing, WithContext } from "schema-dts";
import {
  type Alternate,
  alternatesOf,
  homePath,
  localizedPath,
  type PagedType,
  type Section,
  sectionPath,
} from "../routing/index.ts";

/** Where a page stands in every language. */
export interface PagePlaces {
  /** Address of the page’s own text, for search engines. */
  readonly canonical: string;
  /** Languages in which the page has a text of its own. */
  readonly alternates: readonly Alternate[];
  /** Address of the same page for a reader of each language. */
  readonly switches: readonly Alternate[];
}

/** What a page says of itself outside its body. */
export interface PageHead {
  readonly title: string;
  readonly description: string;
  readonly places: PagePlaces;
  /** Part of the site that the page belongs to. */
  readonly section?: Section | undefined;
  readonly data?: readonly WithContext<Thing>[] | undefined;
  /** Whether the page has machine twins at its address: `.json` and `.md`. */
  readonly twins?: boolean | undefined;
  /** The picture that goes with links to the page: its address, and what it says. */
  readonly picture?: { readonly path: string; readonly alt: string } | undefined;
  /** Whether the page asks the CMS for nothing, so that it can be shown when the CMS doesn’t answer. */
  readonly isOwn?: boolean | undefined;
  /** Whether search engines should leave it out: results, errors, filtered lists. */
  readonly unlisted?: boolean | undefined;
}

const everywhere = (pathIn: (locale: Locale) => string, locale: Locale): PagePlaces => {
  const alternates = locales.map((other) => ({ locale: other, path: pathIn(other) }));
  return { canonical: pathIn(locale), alternates, switches: alternates };
};

/** Places of the home page. */
export const homePlaces = (locale: Locale): PagePlaces => everywhere(homePath, locale);

/** Places of a section’s own page; `query` is kept when the reader changes language. */
export function sectionPlaces(section: Section, locale: Locale, query = ""): PagePlaces {
  const places = everywhere((other) => sectionPath(section, other), locale);
  return {
    ...places,
    switches: places.alternates.map(({ locale: other, path }) => ({ locale: other, path: path + query })),
  };
}

function sourceFirst({ sourceLocale, locales: published }: Pick<PublishedDocument, "sourceLocale" | "locales">) {
  const order = [sourceLocale, ...locales.filter((locale) => locale !== sourceLocale)];
  return order.flatMap((locale) => published.filter((text) => text.locale === locale));
}

/** Places of a document’s page: where it has no text in a language, that address shows the one in its source language. */
export function documentPlaces(type: PagedType, document: PublishedDocument, locale: Locale): PagePlaces {
  if (document.locale === null) return everywhere((other) => localizedPath(type, document.slug, other), locale);
  const published = sourceFirst(document);
  const alternates = alternatesOf(type, published);
  // The CMS lends a language the nearest text to the source, and finds it by that text's name only.
  const lent = published[0]?.slug ?? document.slug;
  const addressIn = (other: Locale) =>
    alternates.find((alternate) => alternate.locale === other)?.path ?? localizedPath(type, lent, other);
  return {
    canonical: localizedPath(type, document.slug, document.locale),
    alternates,
    switches: locales.map((other) => ({ locale: other, path: addressIn(other) })),
  };
}
