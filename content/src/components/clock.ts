import { z } from "zod";
import { plain } from "../model/fields.ts";

const clockSchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "must be a time such as 14:30");

/** A time of day, `14:30`. */
export const clockField = () => plain("fact", { kind: "string", max: 5 }, clockSchema);
