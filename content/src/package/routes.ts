import { z } from "zod";
import { keySchema, uidSchema } from "../keys.ts";
import { localeSchema } from "../locales.ts";
import { mediaHashSchema, mediaSchema, packagedMediaSchema } from "../media/index.ts";
import { versionLineSchema } from "./version-line.ts";

/** The most entries, versions or reservations that one request carries. */
export const batchMaxEntries = 50;

const statusSchema = z.enum(["published", "draft"]);
const dataSchema = z.record(z.string(), z.unknown());
/** The CMS's files behind the paths that packaged data names. */
const filesSchema = z.record(packagedMediaSchema, mediaHashSchema);

/** An answer of `GET /api/package/keys`: every document that a package may refer to or change. */
export const packageKeysSchema = z.object({
  documents: z.array(z.object({ key: keySchema, sourceLocale: localeSchema })),
});

/** An answer of `POST /api/package/media?name=…`: the file, stored once for equal bytes. */
export const packageMediaSchema = mediaSchema;

/** The body of `POST /api/package/reserve`: documents to create empty, so that entries can refer to each other. */
export const reserveRequestSchema = z.strictObject({
  entries: z
    .array(z.strictObject({ type: z.string(), uid: uidSchema, locale: localeSchema, title: z.string().max(200) }))
    .max(batchMaxEntries),
});

/** The body of `POST /api/package/versions`: history, oldest first for each document. */
export const versionsRequestSchema = z.strictObject({
  versions: z.array(z.strictObject({ ...versionLineSchema.shape, files: filesSchema })).max(batchMaxEntries),
});

/** The body of `POST /api/package/entries`, and of `POST /api/package/entries/compare`, which only tells what it would do; `data` is in packaged form, `draft` publishes nothing. */
export const entriesRequestSchema = z.strictObject({
  entries: z
    .array(
      z.strictObject({
        type: z.string(),
        uid: uidSchema,
        locale: localeSchema,
        sourceLocale: localeSchema,
        status: statusSchema,
        data: dataSchema,
        files: filesSchema,
      }),
    )
    .max(batchMaxEntries),
  draft: z.boolean().default(false),
});

/** An answer of `POST /api/package/entries`, in the order of the request. */
export const entriesAnswerSchema = z.object({ results: z.array(z.enum(["created", "updated", "unchanged"])) });

/** An answer of `GET /api/package/export`: entries as lines of `content.jsonl`; `next` is the following page's `after`, null at the end. */
export const exportPageSchema = z.object({
  items: z.array(
    z.object({
      line: z.object({
        type: z.string(),
        uid: uidSchema,
        locale: localeSchema,
        status: statusSchema,
        data: dataSchema,
        /** The contents can't be read from the database: `data` is empty. */
        damaged: z.literal(true).optional(),
      }),
      /** When this entry last changed. */
      updatedAt: z.iso.datetime(),
    }),
  ),
  next: z.string().nullable(),
});

/** An answer of `GET /api/package/versions`: lines of `versions.jsonl`. */
export const versionsPageSchema = z.object({ items: z.array(versionLineSchema), next: z.string().nullable() });

export type ExportedLine = z.infer<typeof exportPageSchema>["items"][number]["line"];
export type EntriesRequest = z.input<typeof entriesRequestSchema>;
export type VersionsRequest = z.input<typeof versionsRequestSchema>;
export type ReserveRequest = z.input<typeof reserveRequestSchema>;
export type EntryResult = z.infer<typeof entriesAnswerSchema>["results"][number];
