import type { Field, Fields, Stored } from "@essaim/content";
import { z } from "zod";

const recordSchema = z.record(z.string(), z.unknown());

/** What stands in a preview where the editor has not written yet. */
const toWrite = "À écrire";

/** Something that a required field takes, for an entry that isn't finished. */
function stopgap({ shape }: Field): unknown {
  switch (shape.kind) {
    case "enumeration":
      return shape.values[0];
    case "integer":
    case "decimal":
      return shape.min;
    case "slug":
      return "apercu";
    case "url":
      return "https://example.org/";
    default:
      return toWrite;
  }
}

/**
 * A draft's resolved data, made so that the site can show it: what breaks the contract is left out, what is missing and required is marked as
 * something to write. Nothing of this is ever stored.
 */
export function previewable(fields: Fields, data: Stored): Stored {
  const shown: Stored = {};
  for (const [name, field] of Object.entries(fields)) {
    if (field.nature === "private") continue;
    const value = previewableValue(field, data[name]);
    if (value !== undefined) shown[name] = value;
    else if (field.required) shown[name] = stopgap(field);
  }
  return shown;
}

function previewableValue(field: Field, value: unknown): unknown {
  if (value === undefined || value === null) return undefined;
  const { shape } = field;
  if (shape.kind === "component") {
    const one = (entry: unknown) => previewable(shape.component.fields, recordSchema.catch({}).parse(entry));
    return Array.isArray(value) ? value.slice(0, shape.max).map(one) : one(value);
  }
  return field.published.safeParse(value).success ? value : undefined;
}
