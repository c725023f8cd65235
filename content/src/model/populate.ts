import { referenceAttributes } from "./attributes.ts";
import type { Field, Fields } from "./field.ts";

/** A query of the CMS's database layer: what to read beside a row's own columns. */
export interface Populate {
  [attribute: string]: true | { select?: string[]; populate?: Populate };
}

/** Columns of an uploaded file that versions keep. */
export const mediaColumns = ["sha256", "ext", "mime", "name", "bytes", "width", "height"];

/** The read query of a set of fields: every component, the uid of every reference, the lasting columns of every file. */
export function populateOf(fields: Fields): Populate {
  const populate: Populate = {};
  for (const [name, field] of Object.entries(fields)) {
    if (field.nature !== "private") Object.assign(populate, populateField(name, field));
  }
  return populate;
}

function populateField(name: string, field: Field): Populate {
  const { shape } = field;
  switch (shape.kind) {
    case "component": {
      const inner = populateOf(shape.component.fields);
      return { [name]: Object.keys(inner).length > 0 ? { populate: inner } : true };
    }
    case "coordinates":
    case "labels":
    case "translations":
      return { [name]: true };
    case "reference":
      return Object.fromEntries(
        referenceAttributes(name, field).map(({ attribute }) => [attribute, { select: ["uid"] }]),
      );
    case "media":
      return { [name]: { select: mediaColumns } };
    default:
      return {};
  }
}
