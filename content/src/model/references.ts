import { z } from "zod";
import { type Key, keyOf, keySchema } from "../keys.ts";
import { writesKeys } from "./attributes.ts";
import type { Field, Fields } from "./field.ts";
import type { Stored } from "./to-stored.ts";
import { mapLeaves } from "./walk.ts";

const writtenReferences = z.union([z.string().transform((one) => [one]), z.array(z.string())]);

/** The keys that one written value of a reference field names. */
export function keysOf(field: Field, value: unknown): Key[] {
  const { shape } = field;
  if (shape.kind !== "reference") return [];
  const target = shape.targets[0];
  return writtenReferences
    .parse(value)
    .map((written) => (writesKeys(field) || !target ? keySchema.parse(written) : keyOf(target, written)));
}

/** Every key that an entry names, each once, in the order of its fields. */
export function referencesOf(fields: Fields, stored: Stored): Key[] {
  const found = new Set<Key>();
  mapLeaves(fields, stored, (field, value) => {
    for (const key of keysOf(field, value)) found.add(key);
  });
  return [...found];
}

/** A document's card as pages show it, or nothing when it isn't published. */
export type CardLookup = (key: Key) => unknown;

/** Puts cards in place of references; what isn't published is left out. */
export function resolveReferences(fields: Fields, stored: Stored, lookUp: CardLookup): Stored {
  return mapLeaves(fields, stored, (field, value) => {
    if (field.shape.kind !== "reference") return value;
    const resolved = keysOf(field, value)
      .map(lookUp)
      .filter((card) => card !== undefined);
    return field.shape.many ? resolved : resolved[0];
  });
}
