import { licenceSchema } from "../licences.ts";
import { plain } from "../model/fields.ts";

/** The SPDX licence of an entry or a file. */
export const licenceField = () => plain("fact", { kind: "string", max: 120 }, licenceSchema);
