import type { Refusal } from "./member-client.ts";

/** What somebody answered in a form that was not taken, and what is wrong with it, by the CMS’s word. */
export interface Answers {
  readonly values: Readonly<Record<string, string>>;
  readonly field?: string | undefined;
  readonly code?: string | undefined;
}

/** The text of a form’s field as the CMS takes it: lines end as everywhere but in forms; undefined where nothing was written. */
export const textOf = (form: URLSearchParams, name: string): string | undefined =>
  form.get(name)?.replace(/\r\n?/g, "\n").trim() || undefined;

/** All that was typed, with what the CMS refused of it: it is shown again, so that nothing is lost. */
export const answersOf = (form: URLSearchParams, { field, code }: Pick<Refusal, "field" | "code">): Answers => ({
  values: Object.fromEntries(form),
  field,
  code,
});
