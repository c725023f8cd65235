import {
  type Adopter,
  contentType,
  contentTypes,
  documentSchema,
  keyOf,
  type Locale,
  locales,
  type PublishedDocument,
} from "@essaim/content";
import { z } from "zod";
import { isSearchable, type SearchableType, type SearchDocument } from "./search-document.ts";
import { toSearchDocument } from "./to-search-document.ts";

/** Names one published document; `locale` is null for types that aren't localised. */
export interface DocumentRef {
  readonly type: SearchableType;
  readonly documentId: string;
  readonly locale: Locale | null;
}

/** A document that breaks the contract, and where. */
export interface Refusal extends DocumentRef {
  /** Path of the first wrong field, such as `data.steps.2.title`. */
  readonly field: string;
  readonly message: string;
}

/** What the indexes keep of a document, or why they leave it out. */
export type Projection =
  | { readonly ok: true; readonly documents: readonly SearchDocument[] }
  | { readonly ok: false; readonly refusal: Refusal };

/** The index's own limit on ids: anything else makes it refuse a whole batch. */
const indexableId = z.string().regex(/^[A-Za-z0-9_-]{1,200}$/);

/** The languages in whose indexes a document stands. */
export const indexLocalesOf = ({ locale }: Pick<DocumentRef, "locale">): readonly Locale[] =>
  locale === null ? locales : [locale];

/** The reference behind an entry of an index. */
export const refOf = (type: SearchableType, documentId: string, locale: Locale): DocumentRef => ({
  type,
  documentId,
  locale: contentType(type).localized ? locale : null,
});

/** Who has taken each document up, by key. */
export type Adopters = ReadonlyMap<string, readonly Adopter[]>;
const noAdopters: Adopters = new Map();

/** Checks a document as the CMS sent it, and projects it for each index that it stands in. */
export function project(ref: DocumentRef, raw: unknown, adopters: Adopters = noAdopters): Projection {
  const parsed = schemas[ref.type].safeParse(raw);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refuse(ref, issue?.path.join(".") ?? "", issue?.message ?? "");
  }
  const document = parsed.data;
  if (document.documentId !== ref.documentId) return refuse(ref, "documentId", "is another document's");
  if (document.locale !== ref.locale) return refuse(ref, "locale", "is not the one asked for");
  return {
    ok: true,
    documents: indexLocalesOf(ref).map((locale) =>
      toSearchDocument(document, locale, adopters.get(keyOf(document.type, document.uid)) ?? []),
    ),
  };
}

const refuse = ({ type, documentId, locale }: DocumentRef, field: string, message: string): Projection => ({
  ok: false,
  refusal: { type, documentId, locale, field, message },
});

/** The reference named by a row of the change feed, when it is of a type that is found by search. */
export const searchableRef = ({
  type,
  documentId,
  locale,
}: {
  readonly type: string;
  readonly documentId: string;
  readonly locale: Locale | null;
}): DocumentRef | undefined => (isSearchable(type) ? { type, documentId, locale } : undefined);

const schemaOf = <T extends SearchableType, D extends z.ZodType>(type: { readonly name: T; readonly published: D }) =>
  documentSchema(type).extend({ documentId: indexableId });

const schemas: { readonly [T in SearchableType]: z.ZodType<PublishedDocument<T>> } = {
  solution: schemaOf(contentTypes.solution),
  guide: schemaOf(contentTypes.guide),
  kit: schemaOf(contentTypes.kit),
  centre: schemaOf(contentTypes.centre),
};
