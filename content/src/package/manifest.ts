import { z } from "zod";
import { uidSchema } from "../keys.ts";
import { licenceSchema } from "../licences.ts";

/** `essaim.json`, at the root of a package; `licence` and `contact` (a person's uid) serve entries that have none. */
export const manifestSchema = z.strictObject({
  format: z.literal("essaim-package"),
  version: z.literal(1),
  source: z.string().max(500).optional(),
  date: z.iso.date().optional(),
  licence: licenceSchema.optional(),
  contact: uidSchema.optional(),
  title: z.string().max(200).optional(),
});

/** A package's manifest. */
export type Manifest = z.infer<typeof manifestSchema>;
