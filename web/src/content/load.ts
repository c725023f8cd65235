import {
  type AdoptionCounts,
  adoptionCountsAnswerSchema,
  contentTypes,
  type Descendants,
  defaultLocale,
  descendantsAnswerSchema,
  facetsSchema,
  type Key,
  keyOf,
  keySchema,
  type Locale,
  mentionCountsAnswerSchema,
  type PublishedDocument,
  type PublishedType,
  referencesOf,
  resourceTypes,
  type UntypedVersion,
  untypedVersionSchema,
  type VersionList,
  versionListSchema,
} from "@essaim/content";
import { z } from "zod";
import { parseDocument, type Refusal, rawKey } from "./parse-document.ts";
import { mentionTag, type Tags, typeTag, withdrawalTag } from "./tags.ts";
import { CmsUnavailable } from "./unavailable.ts";

/** Names one document; with `fallback`, one that isn't published in `locale` is answered in its source language. */
export type DocumentRef = { readonly locale: Locale; readonly fallback?: boolean } & (
  | { readonly slug: string }
  | { readonly uid: string }
  | { readonly documentId: string }
);

/** What a list holds and in which order. */
export interface ListQuery {
  readonly locale: Locale;
  readonly fallback?: boolean;
  readonly theme?: string;
  readonly audience?: string;
  readonly tool?: string;
  readonly centre?: string;
  readonly maturity?: string;
  /** Documents that refer to one of these, at most `mostMentions`; none keeps no document. */
  readonly mentions?: readonly Key[];
  /** Rather documents that refer to a document of this type that refers to one of `mentions`. */
  readonly through?: PublishedType;
  /** Most days of preparation, most euros; what doesn't say how much it takes is left out. */
  readonly maxPreparation?: number;
  readonly maxCost?: number;
  readonly sort?: string;
  /** Whether to count what each filter would keep. */
  readonly facets?: boolean;
  readonly limit?: number;
  readonly offset?: number;
}

/** Names one document of a batch; `locale` is null for types that aren't localised. */
export interface BatchRef<T extends PublishedType = PublishedType> {
  readonly type: T;
  readonly documentId: string;
  readonly locale: Locale | null;
}

/** A page of documents, and how many there are in all. */
export interface DocumentList<T extends PublishedType> {
  readonly items: PublishedDocument<T>[];
  readonly total: number;
  /** How many documents of the type each filter would keep alone, by `theme/UID`, `maturity/NAME`…, where asked for. */
  readonly facets?: Readonly<Record<string, number>> | undefined;
  /** The documents of `through` that refer to `mentions`. */
  readonly from?: readonly Key[] | undefined;
}

/** Reads published documents from the CMS; each read adds what it depends on to `tags`. */
export interface Loader {
  /** One document, or null when it isn't published. Throws `CmsUnavailable`. */
  load<T extends PublishedType>(type: T, ref: DocumentRef, tags: Tags): Promise<PublishedDocument<T> | null>;
  /** The documents of a type that a query keeps. Throws `CmsUnavailable`. */
  list<T extends PublishedType>(type: T, query: ListQuery, tags: Tags): Promise<DocumentList<T>>;
  /** Documents by their ids, null for those that aren't published. Throws `CmsUnavailable`. */
  batch<T extends PublishedType>(refs: readonly BatchRef<T>[], tags: Tags): Promise<(PublishedDocument<T> | null)[]>;
  /** How far solutions, guides and kits have spread; every key that is asked for has its counts. Throws `CmsUnavailable`. */
  adoptionCounts(keys: readonly Key[], tags: Tags): Promise<ReadonlyMap<Key, AdoptionCounts>>;
  /** What was made from a resource, and from what was made from it, each after its parent. Throws `CmsUnavailable`. */
  descendants(of: Key, locale: Locale, tags: Tags): Promise<Descendants>;
  /** How many documents of each of these types refer to each key. Throws `CmsUnavailable`. */
  mentionCounts(types: readonly PublishedType[], keys: readonly Key[], tags: Tags): Promise<MentionCounts>;
  /** The versions of a document in the language of its texts, newest first; none once it is withdrawn. Throws `CmsUnavailable`. */
  versions(document: PublishedDocument, tags: Tags): Promise<VersionList>;
  /** One version of a document, null when there is none. Throws `CmsUnavailable`. */
  version(document: PublishedDocument, number: number, tags: Tags): Promise<UntypedVersion | null>;
  /** Which pages of the portal itself somebody wrote, in any language. Throws `CmsUnavailable`. */
  writtenPages(tags: Tags): Promise<WrittenPages>;
}

/** Pages of the portal itself that somebody wrote. */
export interface WrittenPages {
  readonly names: ReadonlySet<string>;
  /** Whether this was true earlier and the CMS can’t tell what is now. */
  readonly isOld: boolean;
}

/** How many documents of a type refer to a key. */
export type MentionCounts = (key: Key, type: PublishedType) => number;

/** What a loader needs; `refused` hears of each document that breaks the contract and is left out. */
export interface LoaderOptions {
  readonly cmsUrl: string;
  readonly token: string;
  /** Longest wait for one answer, in milliseconds. */
  readonly timeoutMs: number;
  readonly refused: (refusal: Refusal) => void;
}

/** Largest batch that the CMS answers. */
const batchSize = 500;
const listSchema = z.object({
  items: z.array(z.unknown()),
  total: z.int().min(0),
  facets: facetsSchema.optional(),
  from: z.array(keySchema).optional(),
});
const itemsSchema = z.object({ items: z.array(z.unknown()) });
/** Counts of a resource that nobody has taken up. */
export const nothingCounted: AdoptionCounts = {
  interested: 0,
  preparing: 0,
  running: 0,
  adopted: 0,
  stopped: 0,
  reported: 0,
  adaptations: 0,
};

/** Makes the only reader of the CMS that pages have. */
export function createLoader(options: LoaderOptions): Loader {
  const read = createReader(options);

  function accept<T extends PublishedType>(type: T, raw: unknown, tags: Tags): PublishedDocument<T> | null {
    const key = rawKey(raw);
    if (key !== undefined) tags.add(key);
    const parsed = parseDocument(type, raw);
    if (!parsed.ok) {
      options.refused(parsed.refusal);
      return null;
    }
    tags.add(keyOf(type, parsed.document.uid));
    for (const mention of parsed.document.mentions) tags.add(mention);
    return parsed.document;
  }

  async function query<T extends PublishedType>(type: T, filters: object, tags: Tags): Promise<DocumentList<T>> {
    const answer = parseAnswer(listSchema, await read(`/api/published/${type}?${toQueryString(filters)}`));
    const items = answer.items.map((raw) => accept(type, raw, tags)).filter((document) => document !== null);
    return { items, total: answer.total, facets: answer.facets, from: answer.from };
  }

  async function list<T extends PublishedType>(type: T, filters: ListQuery, tags: Tags): Promise<DocumentList<T>> {
    const { mentions, through, sort } = filters;
    if (mentions?.length === 0) return { items: [], total: 0 };
    if (sort === "-adoptions") for (const counted of ["adoption", "report"] as const) tags.add(typeTag(counted));
    const answer = await query(type, filters, tags);
    for (const key of mentions ?? []) tags.add(mentionTag(through ?? type, key));
    for (const key of answer.from ?? []) for (const tag of [key, mentionTag(type, key)]) tags.add(tag);
    // All that refers to these keys is at hand, and named: of what comes after, only what refers to them matters.
    if (mentions === undefined || answer.total > answer.items.length) tags.add(typeTag(type));
    return answer;
  }

  async function find<T extends PublishedType>(type: T, ref: DocumentRef, tags: Tags) {
    if (!("documentId" in ref)) return (await query(type, { ...ref, limit: 1 }, tags)).items[0] ?? null;
    const { documentId, ...rest } = ref;
    const raw = await read(`/api/published/${type}/${encodeURIComponent(documentId)}?${toQueryString(rest)}`);
    return raw === undefined ? null : accept(type, raw, tags);
  }

  async function load<T extends PublishedType>(type: T, ref: DocumentRef, tags: Tags) {
    const document = await find(type, ref, tags);
    // A page without its document depends on whatever may become that document.
    tags.add(document ? withdrawalTag(type, document.uid, document.locale) : typeTag(type));
    return document;
  }

  async function batch<T extends PublishedType>(refs: readonly BatchRef<T>[], tags: Tags) {
    const documents: (PublishedDocument<T> | null)[] = [];
    for (const part of partsOf(refs)) {
      const { items } = parseAnswer(itemsSchema, await read("/api/published/batch", { refs: part }));
      if (items.length !== part.length)
        throw new CmsUnavailable(`A batch of ${part.length} got ${items.length} answers.`);
      for (const [index, { type }] of part.entries()) {
        const raw = items[index] ?? null;
        if (raw === null) tags.add(typeTag(type));
        documents.push(raw === null ? null : accept(type, raw, tags));
      }
    }
    return documents;
  }

  async function adoptionCounts(keys: readonly Key[], tags: Tags) {
    const counts = new Map<Key, AdoptionCounts>();
    for (const part of partsOf(new Set(keys))) {
      const answer = parseAnswer(
        adoptionCountsAnswerSchema,
        await read("/api/published/adoption-counts", { keys: part }),
      );
      // What comes next may be one more adoption or adaptation of these, or a report on one of their adoptions.
      for (const key of part)
        for (const type of ["adoption", ...resourceTypes] as const) tags.add(mentionTag(type, key));
      for (const key of answer.from) for (const tag of [key, mentionTag("report", key)]) tags.add(tag);
      for (const key of part) counts.set(key, answer.counts[key] ?? nothingCounted);
    }
    return counts;
  }

  async function descendants(of: Key, locale: Locale, tags: Tags) {
    const answer = await read("/api/published/descendants", { of, locale });
    const family = parseAnswer(descendantsAnswerSchema, answer);
    for (const { key, centres } of family.items)
      for (const shown of [key, ...centres.map(({ uid }) => keyOf("centre", uid))]) tags.add(shown);
    for (const { key } of family.withdrawn) tags.add(key);
    // Each of them may be the parent of the next.
    for (const key of [of, ...[...family.items, ...family.withdrawn].map((item) => item.key)])
      for (const type of resourceTypes) tags.add(mentionTag(type, key));
    return family;
  }

  async function mentionCounts(types: readonly PublishedType[], keys: readonly Key[], tags: Tags) {
    for (const type of types) tags.add(typeTag(type));
    const counts = new Map<string, Readonly<Record<string, number>>>();
    for (const part of partsOf(new Set(keys))) {
      const answer = parseAnswer(
        mentionCountsAnswerSchema,
        await read("/api/published/mention-counts", { types, keys: part }),
      );
      for (const [key, byType] of Object.entries(answer.counts)) counts.set(key, byType);
    }
    return (key: Key, type: PublishedType) => counts.get(key)?.[type] ?? 0;
  }

  const versionsPath = ({ type, documentId, locale }: PublishedDocument, rest: string) =>
    `/api/versions/${type}/${encodeURIComponent(documentId)}${rest}${locale === null ? "" : `?locale=${locale}`}`;

  async function versions(document: PublishedDocument, tags: Tags): Promise<VersionList> {
    const raw = await read(versionsPath(document, ""));
    tags.add(keyOf(document.type, document.uid));
    return raw === undefined ? { items: [], total: 0 } : parseAnswer(versionListSchema, raw);
  }

  async function version(document: PublishedDocument, number: number, tags: Tags): Promise<UntypedVersion | null> {
    const raw = await read(versionsPath(document, `/${number}`));
    tags.add(keyOf(document.type, document.uid));
    if (raw === undefined) return null;
    const found = parseAnswer(untypedVersionSchema, raw);
    for (const key of referencesOf(contentTypes[document.type].fields, found.data)) tags.add(key);
    return found;
  }

  async function writtenPages(tags: Tags): Promise<WrittenPages> {
    const { items } = await query(
      "page",
      { locale: defaultLocale, fallback: true, limit: batchSize } satisfies ListQuery,
      new Set(),
    );
    tags.add(typeTag("page"));
    return { names: new Set<string>(items.map(({ uid }) => uid)), isOld: false };
  }

  return { load, list, batch, adoptionCounts, descendants, mentionCounts, versions, version, writtenPages };
}

/** Reads one JSON answer; undefined for 404. */
export function createReader({ cmsUrl, token, timeoutMs }: Omit<LoaderOptions, "refused">) {
  return async function read(path: string, body?: object): Promise<unknown> {
    try {
      const response = await fetch(cmsUrl + path, {
        method: body ? "POST" : "GET",
        headers: { authorization: `Bearer ${token}`, ...(body && { "content-type": "application/json" }) },
        body: body ? JSON.stringify(body) : null,
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (response.ok) return await response.json();
      await response.body?.cancel();
      if (response.status === 404) return undefined;
      throw new CmsUnavailable(`The CMS answered ${response.status} to ${path}.`);
    } catch (cause) {
      if (cause instanceof CmsUnavailable) throw cause;
      throw new CmsUnavailable(`The CMS did not answer ${path}.`, { cause });
    }
  };
}

/** An answer in the shape that was agreed on. Throws `CmsUnavailable`. */
export function parseAnswer<T>(schema: z.ZodType<T>, answer: unknown): T {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new CmsUnavailable("The CMS's answer has an unknown shape.", { cause: parsed.error });
}

/** What is asked for, as much at a time as the CMS answers. */
function partsOf<T>(asked: Iterable<T>): T[][] {
  const all = [...asked];
  return Array.from({ length: Math.ceil(all.length / batchSize) }, (_, index) =>
    all.slice(index * batchSize, (index + 1) * batchSize),
  );
}

function toQueryString(query: object): string {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined && value !== false);
  return new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString();
}
