import type { z } from "zod";

/** A rule between fields of one object: what is broken and in which field, or nothing. */
export type Rule = (value: Readonly<Record<string, unknown>>) => { field: string; message: string } | undefined;

/** Adds rules to an object schema; they are asked only once every field is right by itself. */
export function withRules<S extends z.ZodType<Record<string, unknown>>>(schema: S, rules: readonly Rule[]): S {
  if (rules.length === 0) return schema;
  return schema.superRefine((value, context) => {
    for (const rule of rules) {
      const broken = rule(value);
      if (broken) context.addIssue({ code: "custom", path: [broken.field], message: broken.message });
    }
  });
}

/** `low` must not be above `high`, where both are given; dates in ISO form compare like numbers. */
export const inOrder =
  (low: string, high: string): Rule =>
  (value) => {
    const [from, to] = [value[low], value[high]];
    const wrong =
      (typeof from === "number" && typeof to === "number" && from > to) ||
      (typeof from === "string" && typeof to === "string" && from > to);
    return wrong ? { field: high, message: `must not be below ${low}` } : undefined;
  };

/** A picture says what it shows, or that it shows nothing that matters. */
export const hasAlternative: Rule = ({ file, alt, decorative }) =>
  file === undefined || alt !== undefined || decorative === true
    ? undefined
    : { field: "alt", message: "a picture needs an alternative text, or decorative: true" };
