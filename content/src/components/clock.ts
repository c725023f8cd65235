import { z } from "zod";
import type { Field } from "../model/field.ts";

const clockSchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "must be a time such as 14:30");

/** A time of day, `14:30`. */
export function clockField() {
  const schema = clockSchema.optional();
  return {
    shape: { kind: "string", max: 5 },
    nature: "fact",
    required: false,
    published: schema,
    stored: schema,
    packaged: schema,
  } satisfies Field;
}
