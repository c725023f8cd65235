import {
  type ContentType,
  contentType,
  contentTypes,
  type Fields,
  isTypeName,
  joinStates,
  referenceAttributes,
} from "@essaim/content";
import { describe, expect, test } from "vitest";
import { components } from "./components.ts";
import { type FieldText, type TypeForm, toText } from "./form.ts";
import { componentForms, typeForms } from "./forms/index.ts";
import { ownForms } from "./own-forms/index.ts";
import { missedSearchAnswers } from "./own-forms/missed-search.ts";
import { valueNames } from "./values.ts";

const forms = Object.entries<TypeForm>(typeForms);
const fieldsOf = (name: string): Fields => (isTypeName(name) ? contentType(name).fields : {});
/** The CMS’s own components, which stand for one field of the contract each. */
const ownComponents: Record<string, string[]> = {
  "shared.labels": ["fr", "en", "nl"],
  "shared.translations": ["fr", "en", "nl"],
  "shared.coordinates": ["latitude", "longitude"],
};

const sorted = (names: Iterable<string>) => [...names].toSorted();

function everyText(): [string, FieldText][] {
  const all = [...forms, ...Object.entries(componentForms), ...ownForms.map((form) => [form.uid, form] as const)];
  return all.flatMap(([name, { texts }]) =>
    Object.entries<FieldText>(texts).map(([field, text]): [string, FieldText] => [`${name}.${field}`, text]),
  );
}

function enumerationValues(): Set<string> {
  const all = [...Object.values<ContentType>(contentTypes), ...components.values()];
  return new Set([
    ...missedSearchAnswers,
    ...joinStates,
    ...all.flatMap(({ fields }) =>
      Object.values(fields).flatMap(({ shape }) => (shape.kind === "enumeration" ? shape.values : [])),
    ),
  ]);
}

describe("The desk’s forms", () => {
  test.each(forms)("%s: every field has a label and stands in one row", (name, { texts, groups }) => {
    const fields = Object.keys(fieldsOf(name));
    expect(sorted(Object.keys(texts))).toEqual(sorted(fields));
    expect(sorted(groups.flatMap(({ rows }) => rows.flat()))).toEqual(sorted(fields));
  });

  test.each(ownForms.map((form) => [form.uid, form] as const))(
    "%s: what is shown or changed has a label",
    (_, form) => {
      const labelled = Object.keys(form.texts);
      const shown = form.groups.flatMap(({ rows }) => rows.flat());
      expect(labelled).toEqual(expect.arrayContaining([...shown, ...form.columns, form.title]));
      expect(shown).toEqual(expect.arrayContaining([...form.editable]));
      expect(new Set(shown).size).toBe(shown.length);
    },
  );

  test("there is a form for every component, and none besides", () => {
    expect(sorted(Object.keys(componentForms))).toEqual(sorted([...components.keys(), ...Object.keys(ownComponents)]));
  });

  test.each(Object.entries(componentForms))("%s: every field has a label and stands in one row", (name, form) => {
    const fields = ownComponents[name] ?? Object.keys(components.get(name)?.fields ?? {});
    expect(sorted(Object.keys(form.texts))).toEqual(sorted(fields));
    expect(sorted(form.rows.flat())).toEqual(sorted(fields));
    if (form.title) expect(fields).toContain(form.title);
  });

  test("labels are short and begin with a capital; help is a sentence", () => {
    for (const [where, text] of everyText()) {
      const { label, help } = toText(text);
      expect(label, where).toMatch(/^\p{Lu}.{0,45}$/u);
      if (help) expect(help, where).toMatch(/^[\p{Lu}«\d].*[.!?…:]$/u);
    }
  });

  test("French signs stand behind spaces that don’t break", () => {
    const texts = everyText().flatMap(([where, text]) => Object.values(toText(text)).map((said) => [where, said]));
    for (const [where, said] of [...texts, ...Object.entries(valueNames)]) {
      expect(said, where).not.toMatch(/ [;:!?»]|« |'|\.\.\./);
      expect(said, where).not.toMatch(/[^\s\u202f\u00a0][;!?»]|«[^\u00a0]/u);
    }
  });

  test("every value of a list to choose from has a name, and only these", () => {
    expect(sorted(Object.keys(valueNames))).toEqual(sorted(enumerationValues()));
  });

  test("what people fill in wrongly most often has help", () => {
    for (const form of [typeForms.solution, typeForms.guide, typeForms.kit]) {
      const { title, slug, summary, licence, maturity, contact } = form.texts;
      for (const text of [title, slug, summary, licence, maturity, contact]) expect(toText(text).help).toBeTruthy();
    }
  });

  test("a group begins with a field that has one place in the form", () => {
    for (const [name, { groups }] of forms) {
      for (const { title, rows } of groups) {
        const first = rows[0]?.[0] ?? "";
        const field = fieldsOf(name)[first];
        expect(field && referenceAttributes(first, field).length, `${name}: ${title}`).toBeLessThan(2);
      }
    }
  });
});
