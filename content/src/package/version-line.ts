import { z } from "zod";
import { uidSchema } from "../keys.ts";
import { localeSchema } from "../locales.ts";

/** One line of `versions.jsonl`: a resource's version as it was published, `data` in packaged form. */
export const versionLineSchema = z.strictObject({
  type: z.string(),
  uid: uidSchema,
  locale: localeSchema.nullable(),
  number: z.int().min(1),
  at: z.iso.datetime(),
  author: z.string().max(200).optional(),
  note: z.string().max(1000).optional(),
  data: z.record(z.string(), z.unknown()),
});

/** A version in a package. */
export type VersionLine = z.infer<typeof versionLineSchema>;
