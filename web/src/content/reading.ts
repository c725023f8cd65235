import {
  type AdoptionCounts,
  type Descendants,
  type Key,
  type Locale,
  locales,
  type PublishedDocument,
  type PublishedType,
  type UntypedVersion,
  type VersionList,
} from "@essaim/content";
import type { Visit } from "../members/visit.ts";
import { localeOf } from "../routing/addresses.ts";
import type { BatchRef, DocumentList, DocumentRef, ListQuery, Loader, MentionCounts } from "./load.ts";
import type { Tags } from "./tags.ts";
import { CmsUnavailable } from "./unavailable.ts";

/** Said on a page that is shown to whoever holds a link, before or besides its publication. */
export interface Preview {
  readonly isDraft: boolean;
  /** When the link ends. */
  readonly until: Date;
}

/** What a page has at hand while it is rendered, as `Astro.locals`: its language, and reads that mark what it depends on. */
export interface Reading {
  /** Language of the page, from its address. */
  readonly locale: Locale;
  /** Absent on the pages that everybody reads. */
  readonly preview?: Preview;
  /** Only on pages that are made for one person. */
  readonly visit?: Visit;
  /** One document, or null when it isn't published: then answer 404. */
  load<T extends PublishedType>(type: T, ref: DocumentRef): Promise<PublishedDocument<T> | null>;
  /** The documents of a type that a query keeps. */
  list<T extends PublishedType>(type: T, query: ListQuery): Promise<DocumentList<T>>;
  /** Documents by their ids, null for those that aren't published. */
  batch<T extends PublishedType>(refs: readonly BatchRef<T>[]): Promise<(PublishedDocument<T> | null)[]>;
  /** How far solutions, guides and kits have spread; every key that is asked for has its counts. */
  adoptionCounts(keys: readonly Key[]): Promise<ReadonlyMap<Key, AdoptionCounts>>;
  /** What was made from a resource, and from what was made from it, each after its parent. */
  descendants(of: Key): Promise<Descendants>;
  /** How many documents of each of these types refer to each key. */
  mentionCounts(types: readonly PublishedType[], keys: readonly Key[]): Promise<MentionCounts>;
  /** The versions of a document in the language of its texts, newest first. */
  versions(document: PublishedDocument): Promise<VersionList>;
  /** One version of a document, in stored form, or null when there is none. */
  version(document: PublishedDocument, number: number): Promise<UntypedVersion | null>;
  /** Which pages of the portal itself somebody wrote, as far as it can be told. */
  writtenPages(): Promise<ReadonlySet<string>>;
}

/** One render's reads, and what became of them. */
export interface ReadingRecord {
  readonly reading: Reading;
  /** Everything that the page depends on so far. */
  readonly tags: Tags;
  /** Whether the CMS failed to answer a read, so that the page may lack something. */
  readonly unavailable: () => boolean;
}

/** Makes the reads of one render of the page at `path`. */
export function createReading(
  loader: Loader,
  path: string,
  { preview, visit }: Pick<Reading, "preview" | "visit"> = {},
): ReadingRecord {
  const tags: Tags = new Set();
  let unavailable = false;
  const noting = async <R>(read: Promise<R>): Promise<R> => {
    try {
      return await read;
    } catch (error) {
      if (error instanceof CmsUnavailable) unavailable = true;
      throw error;
    }
  };
  const locale = errorLocaleOf(path) ?? localeOf(path);
  const reading: Reading = {
    locale,
    ...(preview && { preview }),
    ...(visit && { visit }),
    load: (type, ref) => noting(loader.load(type, ref, tags)),
    list: (type, query) => noting(loader.list(type, query, tags)),
    batch: (refs) => noting(loader.batch(refs, tags)),
    adoptionCounts: (keys) => noting(loader.adoptionCounts(keys, tags)),
    descendants: (of) => noting(loader.descendants(of, locale, tags)),
    mentionCounts: (types, keys) => noting(loader.mentionCounts(types, keys, tags)),
    versions: (document) => noting(loader.versions(document, tags)),
    version: (document, number) => noting(loader.version(document, number, tags)),
    writtenPages: async () => {
      const { names, isOld } = await noting(loader.writtenPages(tags));
      if (isOld) unavailable = true;
      return names;
    },
  };
  return { reading, tags, unavailable: () => unavailable };
}

/** Error pages carry their language at the end of their internal address. */
const errorLocaleOf = (path: string): Locale | undefined =>
  path.startsWith("/_error/") ? locales.find((locale) => path.endsWith(`/${locale}/`)) : undefined;
