import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type Key, keyOf } from "../keys.ts";
import { mediaSchema } from "../media/index.ts";
import { contentType, contentTypes, isTypeName } from "../types/index.ts";
import { anyStored } from "./arbitrary-entry.ts";
import { referenceAttributes } from "./attributes.ts";
import type { Field, Fields } from "./field.ts";
import { mergeFacts } from "./merge-facts.ts";
import { populateOf } from "./populate.ts";
import { referencesOf, resolveReferences } from "./references.ts";
import { toInput } from "./to-input.ts";
import { type Stored, toStored } from "./to-stored.ts";
import { mapLeaves } from "./walk.ts";

const names = Object.keys(contentTypes).filter(isTypeName);
const runs = { numRuns: 60 };

const record = z.record(z.string(), z.unknown());
const setOf = z.object({ set: z.array(z.object({ documentId: z.string() })) });

/** The row that the CMS gives back after an input was written: relations as rows, files as rows, the rest as it was. */
function rowOf(fields: Fields, input: Record<string, unknown>, files: ReadonlyMap<string, unknown>) {
  const row: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) Object.assign(row, rowPart(name, field, input, files));
  return row;
}

function rowPart(name: string, field: Field, input: Record<string, unknown>, files: ReadonlyMap<string, unknown>) {
  const { shape } = field;
  const value = input[name];
  if (shape.kind === "reference") {
    const parts = referenceAttributes(name, field).map(({ attribute }) => {
      const rows = setOf.parse(input[attribute]).set.map(({ documentId }) => ({ uid: documentId.split("/")[1] }));
      return [attribute, shape.many ? rows : (rows[0] ?? null)];
    });
    return Object.fromEntries(parts);
  }
  if (shape.kind === "media") return { [name]: files.get(String(value)) ?? null };
  if (shape.kind !== "component" || value === null) return { [name]: value };
  const one = (entry: unknown) => rowOf(shape.component.fields, record.parse(entry), files);
  return { [name]: Array.isArray(value) ? value.map(one) : one(value) };
}

/** The file rows of an entry's pictures and attachments, by hash. */
function fileRows(fields: Fields, stored: Stored): Map<string, unknown> {
  const rows = new Map<string, unknown>();
  mapLeaves(fields, stored, (field, value) => {
    if (field.shape.kind !== "media") return;
    const { hash, ext, size, ...rest } = mediaSchema.parse(value);
    rows.set(hash, { ...rest, sha256: hash, ext: `.${ext.toUpperCase()}`, bytes: String(size) });
  });
  return rows;
}

const links = { document: (key: Key) => ({ documentId: key }), file: (hash: string) => hash };

describe.each(names)("any %s", (name) => {
  const { fields, stored: schema } = contentType(name);

  test("comes back the same from the CMS that it was written to", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyStored(name), (stored) => {
        const files = fileRows(fields, stored);
        fc.pre(sameFilesOnce(fields, stored, files.size));
        const again = toStored(fields, rowOf(fields, toInput(fields, stored, links), files));
        expect(again).toEqual(stored);
        expect(schema.safeParse(again).error).toBeUndefined();
      }),
      runs,
    );
  });

  test("has texts and facts that join into the whole", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyStored(name), (stored) => {
        const row = rowOf(fields, toInput(fields, stored, links), fileRows(fields, stored));
        const texts = toStored(fields, row, new Set(["text"]));
        const whole = toStored(fields, row);
        expect(mergeFacts(fields, texts, whole)).toEqual(whole);
        expect(Object.keys(texts).every((field) => fields[field]?.nature === "text")).toBe(true);
      }),
      runs,
    );
  });

  test("names its references, and shows a card for each that is published", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyStored(name), (stored) => {
        const asked: Key[] = [];
        resolveReferences(fields, stored, (key) => void asked.push(key));
        expect(new Set(asked)).toEqual(new Set(referencesOf(fields, stored)));
      }),
      runs,
    );
  });
});

/** Two records of one file can't differ in a portal, though generated ones may. */
function sameFilesOnce(fields: Fields, stored: Stored, distinct: number): boolean {
  let count = 0;
  mapLeaves(fields, stored, (field) => {
    if (field.shape.kind === "media") count += 1;
  });
  return count === distinct;
}

test("private fields are neither read nor written nor kept", () => {
  for (const name of names) {
    const { fields } = contentType(name);
    const hidden = Object.keys(fields).filter((field) => fields[field]?.nature === "private");
    const row = Object.fromEntries(hidden.map((field) => [field, "secret"]));
    expect(toStored(fields, row)).toEqual({});
    for (const field of hidden) {
      expect(toInput(fields, {}, links)).not.toHaveProperty(field);
      expect(populateOf(fields)).not.toHaveProperty(field);
    }
  }
  expect(contentTypes.person.fields.email.nature).toBe("private");
});

test("a reference to several types is one relation for each, read back with its type", () => {
  const { fields } = contentTypes.solution;
  const stored = { related: ["solution/a", "kit/b"] };
  expect(toInput(fields, stored, links)).toMatchObject({
    relatedSolutions: { set: [{ documentId: keyOf("solution", "a") }] },
    relatedGuides: { set: [] },
    relatedKits: { set: [{ documentId: keyOf("kit", "b") }] },
  });
  const row = { relatedKits: [{ uid: "b" }], relatedSolutions: [{ uid: "a" }] };
  expect(toStored(fields, row)).toEqual(stored);
});

test("what the CMS keeps as nothing is nothing", () => {
  const row = {
    title: "T",
    summary: "S",
    place: "",
    isExample: false,
    steps: [],
    funding: "\n \n",
    cost: { min: null },
  };
  expect(toStored(contentTypes.solution.fields, row)).toEqual({ title: "T", summary: "S" });
});
