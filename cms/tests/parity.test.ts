import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Component,
  type ContentType,
  contentTypes,
  type Field,
  type Fields,
  locales,
  referenceAttributes,
  uidMaxLength,
} from "@essaim/content";
import { describe, expect, test } from "vitest";
import { z } from "zod";

const source = join(import.meta.dirname, "..", "src");
const attributesSchema = z.record(z.string(), z.record(z.string(), z.unknown()));
const schemaSchema = z.looseObject({
  collectionName: z.string(),
  info: z.looseObject({ singularName: z.string().optional(), pluralName: z.string().optional() }),
  options: z.looseObject({ draftAndPublish: z.boolean().optional() }).default({}),
  pluginOptions: z.looseObject({ i18n: z.object({ localized: z.boolean() }).optional() }).default({}),
  attributes: attributesSchema,
});

const read = (file: string) => schemaSchema.parse(JSON.parse(readFileSync(join(source, file), "utf8")));

/** What the CMS must say of a field: its attributes, without what only the desk shows. */
function expected(name: string, field: Field): Record<string, Record<string, unknown>> {
  const { shape } = field;
  const required = field.required ? { required: true } : {};
  const one = (attribute: Record<string, unknown>) => ({ [name]: { ...attribute, ...required } });
  switch (shape.kind) {
    case "string":
    case "url":
    case "partial-date":
      return one({ type: "string", maxLength: shape.max });
    case "email":
      return one({ type: "email", maxLength: shape.max });
    case "slug":
      return one({ type: "uid", targetField: "title", maxLength: shape.max });
    case "text":
    case "lines":
      return one({ type: "text", maxLength: shape.max });
    case "boolean":
      return one({ type: "boolean", default: false });
    case "blocks":
    case "date":
    case "datetime":
      return one({ type: shape.kind });
    case "integer":
      return one({ type: "integer", min: shape.min, max: shape.max });
    case "decimal":
      return one({ type: "float", min: shape.min, max: shape.max });
    case "enumeration":
      return one({ type: "enumeration", enum: [...shape.values] });
    case "coordinates":
    case "labels":
    case "translations":
      return one({ type: "component", repeatable: false, component: `shared.${shape.kind}` });
    case "component":
      return one({
        type: "component",
        repeatable: shape.many,
        component: shape.component.name,
        ...(shape.many && { max: shape.max }),
      });
    case "media":
      return one({ type: "media", multiple: false });
    case "reference": {
      const relation = shape.many ? "oneToMany" : "oneToOne";
      const entries = referenceAttributes(name, field).map(({ attribute, target }) => [
        attribute,
        { type: "relation", relation, target: `api::${target}.${target}`, ...required },
      ]);
      return Object.fromEntries(entries);
    }
  }
}

/** The attributes of a schema, one by one without `pluginOptions` and what files are offered. */
const bare = (attributes: z.infer<typeof attributesSchema>) =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, { pluginOptions: _, allowedTypes: __, ...rest }]) => [name, rest]),
  );

const expectedOf = (fields: Fields) =>
  Object.assign({}, ...Object.entries(fields).map(([name, field]) => expected(name, field)));

function componentsOf(fields: Fields, found = new Map<string, Component>()): Map<string, Component> {
  for (const { shape } of Object.values(fields)) {
    if (shape.kind !== "component" || found.has(shape.component.name)) continue;
    found.set(shape.component.name, shape.component);
    componentsOf(shape.component.fields, found);
  }
  return found;
}

const types = Object.values<ContentType>(contentTypes);
const components = types.reduce((found, type) => componentsOf(type.fields, found), new Map<string, Component>());
/** What the CMS keeps for editors alone: never published, in no package. */
const ownTypes = ["join-request", "missed-search", "question"];
const ownComponents = ["shared.labels", "shared.translations", "shared.coordinates"];

describe("the CMS stores what the contract says", () => {
  test("there is a schema for every type and component, and none besides", () => {
    const stored = globSync("api/*/content-types/*/schema.json", { cwd: source }).map((file) => file.split("/")[1]);
    expect(stored.toSorted()).toEqual([...types.map(({ name }) => name), ...ownTypes].toSorted());
    const kept = globSync("components/*/*.json", { cwd: source }).map((file) =>
      file
        .split("/")
        .slice(1)
        .join(".")
        .replace(/\.json$/, ""),
    );
    expect(kept.toSorted()).toEqual([...components.keys(), ...ownComponents].toSorted());
  });

  test.each(types.map((type) => [type.name, type] as const))("%s has the contract’s fields", (name, type) => {
    const schema = read(`api/${name}/content-types/${name}/schema.json`);
    expect(schema.info).toMatchObject({ singularName: name, pluralName: type.plural });
    expect(schema.options.draftAndPublish ?? false).toBe(type.draftAndPublish);
    expect(schema.pluginOptions.i18n?.localized ?? false).toBe(type.localized);
    expect(bare(schema.attributes)).toEqual({
      ...expectedOf(type.fields),
      uid: { type: "string", maxLength: uidMaxLength, regex: "^[a-z0-9]+(?:-[a-z0-9]+)*$" },
      ...(type.localized && { sourceLocale: { type: "enumeration", enum: [...locales] } }),
    });
  });

  test.each(types.filter(({ localized }) => localized).map((type) => [type.name, type] as const))(
    "%s: each locale has its own texts and private notes, and only these",
    (name, type) => {
      const { attributes } = read(`api/${name}/content-types/${name}/schema.json`);
      const localized = Object.entries(attributes).filter(
        ([, attribute]) =>
          z.looseObject({ i18n: z.object({ localized: z.literal(true) }) }).safeParse(attribute["pluginOptions"])
            .success,
      );
      const texts = Object.entries(type.fields).filter(([, { nature }]) => nature !== "fact");
      expect(localized.map(([attribute]) => attribute).toSorted()).toEqual(
        texts.flatMap(([field, of]) => Object.keys(expected(field, of))).toSorted(),
      );
    },
  );

  test.each([...components])("the component %s has the contract’s fields", (name, component) => {
    expect(bare(read(`components/${name.replace(".", "/")}.json`).attributes)).toEqual(expectedOf(component.fields));
  });

  test("relations are one-way: nothing changes on the other side", () => {
    for (const file of globSync(["api/*/content-types/*/schema.json", "components/*/*.json"], { cwd: source })) {
      for (const attribute of Object.values(read(file).attributes)) {
        expect(attribute, file).not.toHaveProperty("inversedBy");
        expect(attribute, file).not.toHaveProperty("mappedBy");
      }
    }
  });
});
