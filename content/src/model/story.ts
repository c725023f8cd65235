import type { Field, Fields } from "./field.ts";
import type { Stored } from "./to-stored.ts";

/** Marks a field that tells what happened at the centre that wrote it: no other centre can say it of itself. */
export const story = <F extends Field>(field: F): F => ({ ...field, isStory: true });

/** The fields that any centre may say as they are: without those that tell what happened somewhere, inside components too. */
export const withoutStory = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      if (field.isStory === true) return [];
      const { shape } = field;
      if (shape.kind !== "component") return [[name, field]];
      const component = { ...shape.component, fields: withoutStory(shape.component.fields) };
      return [[name, { ...field, shape: { ...shape, component } }]];
    }),
  );

/** What is said in these fields alone, inside components too. */
export const saidIn = (fields: Fields, stored: Stored): Stored =>
  Object.fromEntries(
    Object.entries(stored).flatMap(([name, value]) => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      const said = field && valueIn(field, value);
      return said === undefined ? [] : [[name, said]];
    }),
  );

/** A value of a field, or an entry of it, without what stands beside the fields of its component. */
export function valueIn(field: Field, value: unknown): unknown {
  if (field.shape.kind !== "component") return value;
  if (Array.isArray(value)) return value.map((one) => valueIn(field, one));
  if (typeof value !== "object" || value === null) return value;
  return saidIn(field.shape.component.fields, { ...value });
}
