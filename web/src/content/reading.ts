import { type Locale, locales, type PublishedDocument, type PublishedType } from "@essaim/content";
import { localeOf } from "../routing/addresses.ts";
import type { BatchRef, DocumentList, DocumentRef, ListQuery, Loader, Tags } from "./load.ts";

/** What a page has at hand while it is rendered, as `Astro.locals`: its language, and reads that mark what it depends on. */
export interface Reading {
  /** Language of the page, from its address. */
  readonly locale: Locale;
  /** One document, or null when it isn't published: then answer 404. */
  load<T extends PublishedType>(type: T, ref: DocumentRef): Promise<PublishedDocument<T> | null>;
  /** The documents of a type that a query keeps. */
  list<T extends PublishedType>(type: T, query: ListQuery): Promise<DocumentList<T>>;
  /** Documents by their ids, null for those that aren't published. */
  batch<T extends PublishedType>(refs: readonly BatchRef<T>[]): Promise<(PublishedDocument<T> | null)[]>;
}

/** Makes the reads of one render of the page at `path`; what they depend on goes into `tags`. */
export const createReading = (loader: Loader, path: string, tags: Tags): Reading => ({
  locale: errorLocaleOf(path) ?? localeOf(path),
  load: (type, ref) => loader.load(type, ref, tags),
  list: (type, query) => loader.list(type, query, tags),
  batch: (refs) => loader.batch(refs, tags),
});

/** Error pages carry their language at the end of their internal address. */
const errorLocaleOf = (path: string): Locale | undefined =>
  path.startsWith("/_error/") ? locales.find((locale) => path.endsWith(`/${locale}/`)) : undefined;
