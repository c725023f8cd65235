import { licenceSchema } from "../licences.ts";
import type { Field } from "../model/field.ts";

/** The SPDX licence of an entry or a file. */
export function licenceField() {
  const schema = licenceSchema.optional();
  return {
    shape: { kind: "string", max: 120 },
    nature: "fact",
    required: false,
    published: schema,
    stored: schema,
    packaged: schema,
  } satisfies Field;
}
