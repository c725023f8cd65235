import type { Fields } from "./field.ts";
import type { Stored } from "./to-stored.ts";

/** A translation as readers see it: its own texts, and the facts of the source locale's entry. */
export function mergeFacts(fields: Fields, own: Stored, source: Stored): Stored {
  const merged: Stored = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = (field.nature === "fact" ? source : own)[name];
    if (value !== undefined) merged[name] = value;
  }
  return merged;
}
