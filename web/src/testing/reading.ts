import {
  type AdoptionCounts,
  contentTypes,
  type Descendant,
  defaultLocale,
  type Key,
  keyOf,
  type Locale,
  type PublishedData,
  type PublishedDocument,
  type PublishedType,
  type UntypedVersion,
} from "@essaim/content";
import { type DocumentRef, nothingCounted } from "../content/load.ts";
import type { Reading } from "../content/reading.ts";
import type { Resource } from "../views/resource-card.ts";

/** A published document as a test writes it: what is left out takes its usual value. */
export interface Written<T extends PublishedType> {
  readonly type: T;
  readonly uid?: string;
  readonly locale?: Locale | null;
  /** Keys that it refers to. */
  readonly mentions?: readonly Key[];
  readonly data: Record<string, unknown>;
}

/** Makes a published document of a type; its data goes through the contract, as on the way from the CMS. */
export function published<T extends PublishedType>({
  type,
  uid = "essai",
  locale = "fr",
  mentions = [],
  data,
}: Written<T>): PublishedDocument<T> {
  const parsed = contentTypes[type].published.parse({ slug: uid, ...data });
  const document = {
    type,
    documentId: `${type}-${uid}`,
    uid,
    locale,
    sourceLocale: locale ?? defaultLocale,
    slug: uid,
    version: 1,
    publishedAt: "2025-12-09T10:00:00.000Z",
    updatedAt: "2025-12-09T10:00:00.000Z",
    etag: "0",
    mentions: [keyOf(type, uid), ...mentions],
    locales: locale === null ? [] : [{ locale, slug: uid }],
    data: parsed as PublishedData<T>,
  };
  return document as PublishedDocument<T>;
}

/** Reads of a page, answered from a few documents kept in memory. */
export function readingOf(
  documents: readonly PublishedDocument[],
  locale: Locale = "fr",
  counts: Readonly<Record<string, AdoptionCounts>> = {},
  versions: readonly UntypedVersion[] = [],
): Reading {
  const ofType = <T extends PublishedType>(type: T) =>
    documents.filter((document): document is PublishedDocument<T> & PublishedDocument => document.type === type);
  return {
    locale,
    load: async (type, ref) => ofType(type).find((document) => isNamed(document, ref)) ?? null,
    list: async (type, { mentions: asked, through }) => {
      const refersTo = (one: PublishedDocument, keys: readonly Key[]) => keys.some((key) => one.mentions.includes(key));
      const keysOf = (between: PublishedType, keys: readonly Key[]) =>
        ofType(between)
          .filter((one) => refersTo(one, keys))
          .map(({ uid }) => keyOf(between, uid));
      const mentions = through && asked ? keysOf(through, asked) : asked;
      const items = ofType(type).filter((one) => mentions === undefined || refersTo(one, mentions));
      return { items, total: items.length };
    },
    batch: async (refs) =>
      refs.map(({ type, documentId }) => ofType(type).find((one) => one.documentId === documentId) ?? null),
    adoptionCounts: async (keys) => new Map(keys.map((key) => [key, counts[key] ?? nothingCounted])),
    descendants: async (of) => ({ items: descendantsOf(documents, of), withdrawn: [] }),
    mentionCounts: async () => (key, type) => ofType(type).filter(({ mentions }) => mentions.includes(key)).length,
    versions: async () => ({ items: [...versions], total: versions.length }),
    version: async (_, number) => versions.find((one) => one.number === number) ?? null,
    writtenPages: async () => new Set(ofType("page").map(({ uid }) => uid)),
  };
}

function isNamed({ slug, uid, documentId }: PublishedDocument, ref: DocumentRef): boolean {
  if ("slug" in ref) return slug === ref.slug;
  return "uid" in ref ? uid === ref.uid : documentId === ref.documentId;
}

/** What was made from a resource among these documents, each after its parent. */
function descendantsOf(documents: readonly PublishedDocument[], of: Key, seen: readonly Key[] = []): Descendant[] {
  const resources = documents.filter((one): one is Resource & PublishedDocument =>
    ["solution", "guide", "kit"].includes(one.type),
  );
  const children = resources.flatMap((one): Descendant[] => {
    const { derivedFrom, title, centres } = one.data;
    const { document, version } = derivedFrom ?? {};
    if (!document || keyOf(document.type, document.uid) !== of || seen.includes(keyOf(one.type, one.uid))) return [];
    const told = {
      title,
      slug: one.slug,
      locale: one.locale ?? defaultLocale,
      at: one.publishedAt,
      version: version ?? null,
    };
    return [
      { ...told, key: keyOf(one.type, one.uid), parent: of, centres: centres.map(({ uid, name }) => ({ uid, name })) },
    ];
  });
  return children.flatMap((child) => [child, ...descendantsOf(documents, child.key, [...seen, of])]);
}
