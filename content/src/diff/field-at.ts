import type { Field, Fields } from "../model/field.ts";
import type { Path } from "./change.ts";

/** The field that a path leads to: of an item of a list, the list; undefined where the fields have no such path. */
export function fieldAt(fields: Fields, path: Path): Field | undefined {
  let [within, field]: [Fields, Field | undefined] = [fields, undefined];
  for (const step of path) {
    if (typeof step !== "string") continue;
    field = within[step];
    if (!field) return undefined;
    within = field.shape.kind === "component" ? field.shape.component.fields : {};
  }
  return field;
}
