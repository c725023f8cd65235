import { contentType, type Fields, locales, resourceTypes } from "@essaim/content";
import { expect, test } from "vitest";
import { fieldName, isNamed, valueName } from "./field-names.ts";

function* fieldsWithin(fields: Fields): Generator<[string, Fields[string]]> {
  for (const [name, field] of Object.entries(fields)) {
    if (field.nature === "private") continue;
    yield [name, field];
    if (field.shape.kind === "component") yield* fieldsWithin(field.shape.component.fields);
  }
}

test.each(resourceTypes)("every field of a %s, and every value to choose from, has words", (type) => {
  for (const [name, { shape }] of fieldsWithin(contentType(type).fields)) {
    expect(isNamed(name), name).toBe(true);
    if (shape.kind !== "enumeration") continue;
    for (const value of shape.values) expect(isNamed(name, value), `${name}.${value}`).toBe(true);
  }
});

test("each language has its own words, typeset as it asks", () => {
  expect(locales.map((locale) => fieldName("steps", locale))).toEqual(["Étapes", "Steps", "Stappen"]);
  expect(fieldName("nextSteps", "fr")).toBe("La suite");
  expect(valueName("per", "person", "nl")).toBe("per persoon");
  expect(fieldName("constructor", "fr")).toBe("constructor");
});
