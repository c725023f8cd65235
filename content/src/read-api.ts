import { z } from "zod";
import { keySchema, uidSchema } from "./keys.ts";
import { type Locale, localeSchema } from "./locales.ts";
import { mediaSchema } from "./media/index.ts";
import { type PublishedType, publishedTypes, type TypeName } from "./types/index.ts";

const typeSchema = z.enum(publishedTypes as [PublishedType, ...PublishedType[]]);

/**
 * One row of the change feed: no content in it. `version` is the document's version number in that locale, null for deletions.
 * `mentions`, where asked for: the keys that the document refers to when the feed is read, for readers that show what refers to something.
 */
export const changeSchema = z.object({
  seq: z.int().min(1),
  type: typeSchema,
  documentId: z.string(),
  uid: z.string(),
  locale: localeSchema.nullable(),
  version: z.int().nullable(),
  action: z.enum(["publish", "delete"]),
  at: z.iso.datetime(),
  mentions: z.array(keySchema).optional(),
});

/** An answer of `GET /api/changes`: `feed` names the database, `last` is the head of its feed. */
export const changesSchema = z.object({ feed: z.string(), last: z.int().min(0), changes: z.array(changeSchema) });

/** Everything of a published document but its own data. */
export const envelopeSchema = z.object({
  type: typeSchema,
  documentId: z.string(),
  uid: z.string(),
  locale: localeSchema.nullable(),
  sourceLocale: localeSchema,
  slug: z.string(),
  version: z.int().min(1),
  publishedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  etag: z.string(),
  mentions: z.array(keySchema),
  locales: z.array(z.object({ locale: localeSchema, slug: z.string() })),
});

/** A published document before its data is parsed with its type's schema. */
export const untypedDocumentSchema = envelopeSchema.extend({ data: z.record(z.string(), z.unknown()) });
/** The schema of one type's published documents, data included. */
export const documentSchema = <T extends PublishedType, D extends z.ZodType>(type: {
  readonly name: T;
  readonly published: D;
}) => envelopeSchema.extend({ type: z.literal(type.name), data: type.published });

/** How many documents of a type each filter would keep alone, by `theme/UID`, `audience/UID`, `tool/UID`, `centre/UID`, `maturity/NAME`; `all` without a filter. */
export const facetsSchema = z.record(z.string(), z.int().min(0));
/** An answer of `GET /api/published/:type`; `facets` where they were asked for, `from` what a list went through. */
export const documentListSchema = z.object({
  items: z.array(untypedDocumentSchema),
  total: z.int().min(0),
  facets: facetsSchema.optional(),
  from: z.array(keySchema).optional(),
});
/** Most keys that a list's `mentions` takes. */
export const mostMentions = 100;

/** Whether a text is what a version’s number is written as. */
export const isVersionNumber = (text: string | null | undefined): text is string => /^[1-9]\d{0,6}$/.test(text ?? "");

/** What is said of a version: who published it, by name, and what it changes. */
export const versionNoteSchema = z.object({
  number: z.int().min(1),
  at: z.iso.datetime(),
  author: z.string().nullable(),
  note: z.string().nullable(),
});
/** An answer of `GET /api/versions/:type/:documentId`: newest first. */
export const versionListSchema = z.object({ items: z.array(versionNoteSchema), total: z.int().min(0) });
/**
 * An answer of `GET /api/versions/:type/:documentId/:number`. `data` is in stored form, so that versions can be compared: references are uids or keys.
 * A translation's versions hold its texts alone. `cards` shows what is referred to, by key, as far as it is published now.
 */
export const untypedVersionSchema = versionNoteSchema.extend({
  data: z.record(z.string(), z.unknown()),
  cards: z.record(z.string(), z.unknown()),
});
export type VersionNote = z.infer<typeof versionNoteSchema>;
export type VersionList = z.infer<typeof versionListSchema>;
export type UntypedVersion = z.infer<typeof untypedVersionSchema>;

/** The body of `POST /api/published/adoption-counts`: solutions, guides and kits. */
export const adoptionCountsRequestSchema = z.strictObject({ keys: z.array(keySchema).max(500) });
const count = z.int().min(0);
/**
 * How far a resource has spread, as far as it is public: centres by the furthest stage that each has reached, centres that reported back,
 * and published adaptations.
 */
export const adoptionCountsSchema = z.object({
  interested: count,
  preparing: count,
  running: count,
  adopted: count,
  stopped: count,
  reported: count,
  adaptations: count,
});
/** An answer of `POST /api/published/adoption-counts`: counts by key; `from` are the documents that were counted. */
export const adoptionCountsAnswerSchema = z.object({
  counts: z.record(z.string(), adoptionCountsSchema),
  from: z.array(keySchema),
});

/** The body of `POST /api/published/adopters`: solutions, guides and kits. */
export const adoptersRequestSchema = z.strictObject({ keys: z.array(keySchema).max(500) });
/** A centre that has publicly taken a resource up and goes on; `centre` is null for one that isn’t named. */
export const adopterSchema = z.object({ centre: uidSchema.nullable(), territory: z.string().nullable() });
export type Adopter = z.infer<typeof adopterSchema>;
/** An answer of `POST /api/published/adopters`: by key, as many as `adoptersIn` counts. */
export const adoptersAnswerSchema = z.object({ adopters: z.record(z.string(), z.array(adopterSchema)) });

/** Most descendants of a resource that are told. */
export const mostDescendants = 500;
/** The body of `POST /api/published/descendants`. */
export const descendantsRequestSchema = z.strictObject({ of: keySchema, locale: localeSchema });
/** What was made from a resource, or from what was made from it: `version` is the parent’s, `at` when it was first published. */
export const descendantSchema = z.object({
  key: keySchema,
  parent: keySchema,
  version: z.int().nullable(),
  title: z.string(),
  slug: z.string(),
  locale: localeSchema,
  centres: z.array(z.object({ uid: z.string(), name: z.string() })),
  at: z.iso.datetime(),
});
export type Descendant = z.infer<typeof descendantSchema>;
/** A sheet in a family that is published no more: nothing of it is told but whose child it was, so that its own children have a place. */
export const withdrawnRelativeSchema = z.object({ key: keySchema, parent: keySchema });
/** An answer of `POST /api/published/descendants`: each after its parent, beside those that were withdrawn. */
export const descendantsAnswerSchema = z.object({
  items: z.array(descendantSchema),
  withdrawn: z.array(withdrawnRelativeSchema),
});
export type Descendants = z.infer<typeof descendantsAnswerSchema>;

/** The body of `POST /api/published/mention-counts`: what documents of these types may refer to. */
export const mentionCountsRequestSchema = z.strictObject({
  types: z.array(typeSchema).min(1),
  keys: z.array(keySchema).max(500),
});
/** An answer of `POST /api/published/mention-counts`: how many documents of each type refer to a key; none is left out. */
export const mentionCountsAnswerSchema = z.object({ counts: z.record(z.string(), z.record(z.string(), count)) });

export type AdoptionCounts = z.infer<typeof adoptionCountsSchema>;

/** The body of `POST /api/published/batch`. */
export const batchRequestSchema = z.strictObject({
  refs: z
    .array(z.strictObject({ type: typeSchema, documentId: z.string().min(1).max(64), locale: localeSchema.nullable() }))
    .max(500),
});
/** An answer of `POST /api/published/batch`: in the order of the request, null for what isn't published. */
export const batchAnswerSchema = z.object({ items: z.array(untypedDocumentSchema.nullable()) });
/** An answer of `GET /api/media/HASH`: a file that is live, and the documents that show it: it is no longer live once none does. */
export const liveMediaSchema = z.object({ media: mediaSchema, shownBy: z.array(keySchema) });
/** What a refused request is answered. */
export const errorSchema = z.object({
  error: z.object({ code: z.string(), message: z.string(), field: z.string().optional(), line: z.int().optional() }),
});

export type Change = z.infer<typeof changeSchema>;
export type Changes = z.infer<typeof changesSchema>;
export type LiveMedia = z.infer<typeof liveMediaSchema>;
export type Envelope = z.infer<typeof envelopeSchema>;
export type UntypedDocument = z.infer<typeof untypedDocumentSchema>;

/** The language of a document's texts; of a document that isn't localised, its source locale. */
export const languageOf = ({ locale, sourceLocale }: Pick<Envelope, "locale" | "sourceLocale">): Locale =>
  locale ?? sourceLocale;

/** A published document whose data was parsed with its type's schema. */
export type PublishedDocument<T extends TypeName = TypeName> = Envelope & { type: T; data: PublishedDataOf<T> };
type PublishedDataOf<T extends TypeName> = import("./types/index.ts").PublishedData<T>;
