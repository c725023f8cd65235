import type { z } from "zod";
import type { Refusal } from "./member-client.ts";

/** What somebody typed in a form that was not taken, and what is wrong with it. */
export interface Typed<F extends string = string> {
  readonly values: Readonly<Partial<Record<F, string>>>;
  /** The fields that can't stay as they are. */
  readonly wrong: readonly F[];
  /** Why the CMS didn’t take it, by its word. */
  readonly code?: string | undefined;
}

/** A form in which nothing was typed yet. */
export const nothingTyped: Typed<never> = { values: {}, wrong: [] };

/** A form that says what is known already. */
export const typedAs = <F extends string>(values: Typed<F>["values"]): Typed<F> => ({ values, wrong: [] });

/** All that was typed, with what the CMS refused of it: it is shown again, so that nothing is lost. */
export const typedAndRefused = (form: URLSearchParams, { field, code }: Pick<Refusal, "field" | "code">): Typed => ({
  values: Object.fromEntries(form),
  wrong: field === undefined ? [] : [field],
  code,
});

/** The text of a form’s field as the CMS takes it: lines end as everywhere but in forms; undefined where nothing was written. */
export const textOf = (form: URLSearchParams, name: string): string | undefined =>
  form.get(name)?.replace(/\r\n?/g, "\n").trim() || undefined;

/** Longer than anything that a form of ours takes; its schema says by how much. */
const longest = 20_000;

/** Reads a form as its schema has it; else what was typed, so that nothing is lost, with the names of the fields to mend. */
export function readTyped<S extends z.ZodObject>(
  schema: S,
  form: URLSearchParams,
): { readonly data: z.output<S> } | { readonly typed: Typed<Extract<keyof S["shape"], string>> } {
  type Name = Extract<keyof S["shape"], string>;
  const names = Object.keys(schema.shape) as Name[];
  const values = Object.fromEntries(names.map((name) => [name, form.getAll(name).join(" ").slice(0, longest)]));
  const parsed = schema.safeParse(values);
  if (parsed.success) return { data: parsed.data };
  const failed = new Set(parsed.error.issues.map(({ path }) => path[0]));
  return { typed: { values: values as Typed<Name>["values"], wrong: names.filter((name) => failed.has(name)) } };
}

/** A field that people don't see and programs fill in. */
export const trapName = "nickname";

/** Whether a program sent the form: it is answered as everybody, and nothing is done. */
export const isTrapped = (form: URLSearchParams): boolean => (form.get(trapName) ?? "") !== "";
