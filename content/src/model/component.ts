import { z } from "zod";
import type { Component, Field, Fields } from "./field.ts";
import { type Rule, withRules } from "./rules.ts";

type Schemas<F extends Fields, W extends "published" | "stored" | "packaged"> = { [N in keyof F]: F[N][W] };

/** The three object schemas of a set of fields; private fields are in none of them. */
export interface FieldSchemas<F extends Fields> {
  readonly published: z.ZodObject<Schemas<F, "published">, z.core.$strip>;
  readonly stored: z.ZodObject<Schemas<F, "stored">, z.core.$strict>;
  readonly packaged: z.ZodObject<Schemas<F, "packaged">, z.core.$strict>;
}

/** Derives the object schemas of a set of fields; the rules hold for what is stored and packaged. */
export function schemasOf<F extends Fields>(fields: F, rules: readonly Rule[] = []): FieldSchemas<F> {
  const pick = <W extends "published" | "stored" | "packaged">(which: W) =>
    Object.fromEntries(
      Object.entries<Field>(fields)
        .filter(([, field]) => field.nature !== "private")
        .map(([name, field]) => [name, field[which]]),
    ) as Schemas<F, W>;
  return {
    published: z.object(pick("published")),
    stored: withRules(z.strictObject(pick("stored")), rules),
    packaged: withRules(z.strictObject(pick("packaged")), rules),
  };
}

/** A component named as in the CMS (`category.name`). Natures inside say only what is private: the field that holds it is text or fact. */
export function defineComponent<F extends Fields>(
  name: string,
  fields: F,
  rules: readonly Rule[] = [],
): Component & FieldSchemas<F> & { readonly fields: F } {
  return { name, fields, ...schemasOf(fields, rules) };
}
