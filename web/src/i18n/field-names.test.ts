import { contentType, type Fields, locales, resourceTypes, writableFields } from "@essaim/content";
import { expect, test } from "vitest";
import { entryName, fieldName, isNamed, listNames, placedEntry, valueName } from "./field-names.ts";

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

function* listsWithin(fields: Fields): Generator<string> {
  for (const [name, { shape }] of Object.entries(writableFields(fields))) {
    if (shape.kind !== "component") continue;
    if (shape.many) yield name;
    yield* listsWithin(shape.component.fields);
  }
}

test.each(resourceTypes)("an entry of each list of a %s has a name in every language", (type) => {
  const lists = [...listsWithin(contentType(type).fields)];
  expect(lists).toContain("links");
  for (const list of lists)
    for (const locale of locales) expect(entryName(list, locale), list).toMatch(/^(?:une?|an?|een) \S/);
});

test("names in a row are written as one sentence", () => {
  expect(listNames(["title", "summary", "steps"], "fr")).toBe("Titre, en bref et étapes");
  expect(listNames(["title", "summary"], "en")).toBe("Title and in short");
});

test("an entry is named alone, and counted", () => {
  expect(locales.map((locale) => placedEntry("steps", 2, locale))).toEqual([
    "Étape\u00a02",
    "Step\u00a02",
    "Stap\u00a02",
  ]);
  expect(placedEntry("constructor", 1, "fr")).toBe("Constructor\u00a01");
});

test("each language has its own words, typeset as it asks", () => {
  expect(locales.map((locale) => fieldName("steps", locale))).toEqual(["Étapes", "Steps", "Stappen"]);
  expect(fieldName("nextSteps", "fr")).toBe("La suite");
  expect(valueName("per", "person", "nl")).toBe("per persoon");
  expect(fieldName("constructor", "fr")).toBe("constructor");
});
