import { type Component, type ContentType, contentTypes, type Fields } from "@essaim/content";

function collect(fields: Fields, found: Map<string, Component>): Map<string, Component> {
  for (const { shape } of Object.values(fields)) {
    if (shape.kind !== "component" || found.has(shape.component.name)) continue;
    found.set(shape.component.name, shape.component);
    collect(shape.component.fields, found);
  }
  return found;
}

/** The components of the contract, by name. */
export const components: ReadonlyMap<string, Component> = Object.values<ContentType>(contentTypes).reduce(
  (found, { fields }) => collect(fields, found),
  new Map<string, Component>(),
);
