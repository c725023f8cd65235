// biome-ignore lint/style/noRestrictedImports: only tests read this file
import fc from "fast-check";
import { anyBlocks } from "../blocks/arbitrary-blocks.ts";
import { normalizeBlocks } from "../blocks/index.ts";
import { contentType, type TypeName } from "../types/index.ts";
import { writesKeys } from "./attributes.ts";
import type { Field, Fields, Shape } from "./field.ts";
import type { Stored } from "./to-stored.ts";

type ShapeOf<K extends Shape["kind"]> = Extract<Shape, { kind: K }>;

/** Any entry of a type, as a version keeps it: derived from the fields' shapes, so new fields are covered by themselves. */
export const anyStored = (name: TypeName): fc.Arbitrary<Stored> => {
  const type = contentType(name);
  return anyValues(type.fields).filter((stored) => type.stored.safeParse(stored).success);
};

function anyValues(fields: Fields): fc.Arbitrary<Stored> {
  const shared = Object.entries(fields).filter(([, field]) => field.nature !== "private");
  const required = shared.filter(([, field]) => field.required && field.shape.kind !== "media").map(([name]) => name);
  const values = Object.fromEntries(shared.map(([name, field]) => [name, anyValue(field)]));
  return fc.record(values, { requiredKeys: required });
}

const anyValue = (field: Field): fc.Arbitrary<unknown> =>
  valueOfShape(field).filter((value) => field.stored.safeParse(value).success);

function valueOfShape(field: Field): fc.Arbitrary<unknown> {
  const { shape } = field;
  switch (shape.kind) {
    case "string":
      // Some strings have a grammar of their own: a licence, a time of day.
      return fc.oneof(anyText, fc.constantFrom("14:30", "00:05", "CC-BY-SA-4.0", "LicenseRef-maison"));
    case "text":
      return fc.array(anyText, { minLength: 1, maxLength: 3 }).map((lines) => lines.join("\n\t"));
    case "slug":
      return anyUid;
    case "email":
    case "url":
      return fc.webUrl({ withFragments: true, withQueryParameters: true });
    case "partial-date":
      return fc.constantFrom("2017", "2017-02", "2017-02-28", "2017/2018", "2017-03/2017-06", "2017-07/..");
    case "lines":
      return fc.array(
        anyText.map((text) => text.trim()),
        { minLength: 1, maxLength: 4 },
      );
    case "blocks":
      return anyBlocks.map(normalizeBlocks).filter((blocks) => blocks.length > 0);
    case "boolean":
      return fc.constant(true);
    case "date":
      return anyInstant.map((instant) => instant.toISOString().slice(0, 10));
    case "datetime":
      return anyInstant.map((instant) => instant.toISOString());
    case "coordinates":
      return fc.tuple(anyNumber(-180, 180), anyNumber(-90, 90));
    case "labels":
      return fc.record({ fr: anyText, en: anyText, nl: anyText }, { requiredKeys: ["fr"] });
    case "translations":
      return fc
        .record({ fr: anyText, en: anyText, nl: anyText }, { requiredKeys: [] })
        .filter((texts) => Object.keys(texts).length > 0);
    case "integer":
      return fc.integer({ min: shape.min, max: shape.max });
    case "decimal":
      return anyNumber(shape.min, shape.max);
    case "enumeration":
      return fc.constantFrom(...shape.values);
    case "component":
      return anyComponents(shape);
    case "reference":
      return anyReferences(field, shape);
    case "media":
      return anyMedia;
  }
}

const anyText = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 });
const anyUid = fc.stringMatching(/^[a-z0-9]{1,6}(?:-[a-z0-9]{1,6}){0,3}$/);
const anyInstant = fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
const anyNumber = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((value) => value + 0);

function anyComponents({ component, many }: ShapeOf<"component">): fc.Arbitrary<unknown> {
  const one = anyValues(component.fields).filter((value) => component.stored.safeParse(value).success);
  return many ? fc.array(one, { minLength: 1, maxLength: 3 }) : one.filter((value) => Object.keys(value).length > 0);
}

/** References in the order that relations keep: by target type. */
function anyReferences(field: Field, { targets, many }: ShapeOf<"reference">): fc.Arbitrary<unknown> {
  const byTarget = targets.map((target) =>
    fc
      .uniqueArray(anyUid, { maxLength: 3 })
      .map((uids) => (writesKeys(field) ? uids.map((uid) => `${target}/${uid}`) : uids)),
  );
  const all = fc.tuple(...byTarget).map((lists) => lists.flat());
  return all.filter((list) => list.length > 0).map((list) => (many ? list : list[0]));
}

const anyMedia = fc.record(
  {
    hash: fc.stringMatching(/^[0-9a-f]{64}$/),
    ext: fc.constantFrom("jpg", "pdf", "png"),
    mime: fc.constantFrom("image/jpeg", "application/pdf"),
    name: fc.constantFrom("Affiche été.pdf", "photo.jpg"),
    size: fc.nat(),
    width: fc.integer({ min: 1, max: 9000 }),
    height: fc.integer({ min: 1, max: 9000 }),
  },
  { requiredKeys: ["hash", "ext", "mime", "name", "size"] },
);
