import { type ContentType, type Field, type Fields, frenchIssue, localeNames } from "@essaim/content";
import { errors } from "@strapi/utils";
import type { z } from "zod";
import type { FieldText } from "./form.ts";
import { toText } from "./form.ts";
import { componentForms, typeForms } from "./forms/index.ts";
import { valueNames } from "./values.ts";

type Issue = z.core.$ZodIssue;

/** Something that keeps an entry from being published, in the words of the desk. */
export interface Refusal {
  /** Where it is, as Strapi finds the field again. */
  readonly path: string[];
  /** Where it is, as an editor finds it: « Étapes » 2, « Quand ». */
  readonly place: string;
  readonly message: string;
}

const formOf = (name: string): Readonly<Record<string, FieldText>> =>
  Object.entries<{ texts: Readonly<Record<string, FieldText>> }>(typeForms).find(([known]) => known === name)?.[1]
    .texts ??
  componentForms[name]?.texts ??
  {};

const labelOf = (texts: Readonly<Record<string, FieldText>>, name: string): string => {
  const text = texts[name];
  return text === undefined ? name : toText(text).label;
};

interface Place {
  readonly words: string;
  readonly field: Field | undefined;
  readonly texts: Readonly<Record<string, FieldText>>;
}

/** Follows a path through a type and its components: each field is named, each entry of a list counted from 1. */
function placeOf(name: string, fields: Fields, path: readonly PropertyKey[]): Place {
  const texts = formOf(name);
  const [first, ...rest] = path;
  if (typeof first !== "string") return { words: "", field: undefined, texts };
  const field = fields[first];
  const label = `«\u00a0${labelOf(texts, first)}\u00a0»`;
  const [next, ...deeper] = rest;
  const number = typeof next === "number" ? `${label} ${next + 1}` : label;
  const { shape } = field ?? {};
  if (shape?.kind !== "component") return { words: number, field, texts };
  const inner = placeOf(shape.component.name, shape.component.fields, typeof next === "number" ? deeper : rest);
  return inner.words ? { ...inner, words: `${number}, ${inner.words}` } : { words: number, field, texts };
}

/** What is wrong, in the words of packages, but for what these call by names that the form doesn’t show. */
function wordsOf(issue: Issue, { texts }: Place): string {
  const order = /^must not be below (\w+)$/.exec(issue.message)?.[1];
  if (order) return `ne peut pas être avant ou au-dessous de «\u00a0${labelOf(texts, order)}\u00a0»`;
  if (issue.message.includes("alternative text"))
    return "dites ce que montre la photo, ou cochez «\u00a0Décorative\u00a0»";
  if (issue.code === "invalid_value")
    return `au choix\u00a0: ${issue.values.map((value) => valueNames[String(value)] ?? String(value)).join(", ")}`;
  return frenchIssue(issue);
}

/** Says in the desk’s words what the contract refuses in an entry; issues must report their input. */
export function refusalsOf(type: ContentType, issues: readonly Issue[]): Refusal[] {
  return issues.map((issue) => {
    const place = placeOf(type.name, type.fields, issue.path);
    return { path: issue.path.map(String), place: place.words, message: wordsOf(issue, place) };
  });
}

/** Refuses one field with a sentence that says what to do. */
export function refuse(field: string, message: string): never {
  throw new errors.ValidationError(message, { errors: [{ path: [field], message, name: "ValidationError" }] });
}

const languageNames: Readonly<Record<string, string>> = localeNames;

/** The error that tells the desk why one language of an entry can't be published, field by field; `locale` is '' where there is none. */
export function unpublishable(type: ContentType, locale: string, issues: readonly Issue[]): errors.ValidationError {
  const refusals = refusalsOf(type, issues);
  const [first] = refusals;
  const language = locale ? ` (${languageNames[locale] ?? locale})` : "";
  return new errors.ValidationError(
    `Publication impossible${language}\u00a0: ${first?.place}\u00a0: ${first?.message}`,
    { errors: refusals.map(({ path, message }) => ({ path, message, name: "ValidationError" })) },
  );
}
