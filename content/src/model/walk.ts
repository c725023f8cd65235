import type { Field, Fields } from "./field.ts";
import type { Stored } from "./to-stored.ts";

/** Changes one value; components are walked, so only leaves come here. */
export type VisitLeaf = (field: Field, value: unknown, path: string) => unknown;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A copy of `values` with every leaf passed through `visit`, components walked; undefined results are left out. */
export function mapLeaves(fields: Fields, values: Stored, visit: VisitLeaf, path = ""): Stored {
  const mapped: Stored = {};
  for (const [name, value] of Object.entries(values)) {
    const field = fields[name];
    if (!field || value === undefined) continue;
    const result = mapField(field, value, visit, path ? `${path}.${name}` : name);
    if (result !== undefined) mapped[name] = result;
  }
  return mapped;
}

function mapField(field: Field, value: unknown, visit: VisitLeaf, path: string): unknown {
  const { shape } = field;
  if (shape.kind !== "component") return visit(field, value, path);
  const one = (entry: unknown, at: string) =>
    isRecord(entry) ? mapLeaves(shape.component.fields, entry, visit, at) : entry;
  return Array.isArray(value) ? value.map((entry, index) => one(entry, `${path}.${index}`)) : one(value, path);
}
