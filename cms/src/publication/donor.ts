import { contentType, type Field, type Fields, type Stored } from "@essaim/content";
import { z } from "zod";

const recordSchema = z.record(z.string(), z.unknown());

/** Whether a reference leads to types whose entries have drafts: Strapi drops such links from what is published while their target isn't. */
const isFragile = (field: Field): boolean =>
  field.shape.kind === "reference" && field.shape.targets.some((target) => contentType(target).draftAndPublish);

/** Whether a set of fields holds a fragile reference, at any depth. */
export function hasFragileReferences(fields: Fields): boolean {
  return Object.values(fields).some((field) =>
    field.shape.kind === "component" ? hasFragileReferences(field.shape.component.fields) : isFragile(field),
  );
}

/** A copy of `stored` whose fragile references are the donor's; lists of components are matched by position. */
export function withReferencesOf(fields: Fields, stored: Stored, donor: Stored): Stored {
  const result: Stored = { ...stored };
  for (const [name, field] of Object.entries(fields)) {
    const value =
      field.shape.kind === "component"
        ? mended(field, stored[name], donor[name])
        : isFragile(field)
          ? donor[name]
          : stored[name];
    if (value === undefined) delete result[name];
    else result[name] = value;
  }
  return result;
}

function mended(field: Field, own: unknown, donor: unknown): unknown {
  if (field.shape.kind !== "component" || !hasFragileReferences(field.shape.component.fields)) return own;
  const { fields } = field.shape.component;
  if (Array.isArray(own)) {
    const donors = Array.isArray(donor) ? donor : [];
    return own.map((entry, index) =>
      withReferencesOf(fields, recordSchema.parse(entry), recordSchema.parse(donors[index] ?? {})),
    );
  }
  const one = withReferencesOf(fields, recordSchema.parse(own ?? {}), recordSchema.parse(donor ?? {}));
  return Object.keys(one).length > 0 ? one : undefined;
}
