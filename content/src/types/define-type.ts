import { type FieldSchemas, schemasOf } from "../model/component.ts";
import type { Fields } from "../model/field.ts";
import type { Rule } from "../model/rules.ts";

/** Which entries of a type are public: all that are published, those with one value in one field, or none at all. */
export type Publicity = "all" | "none" | { readonly field: string; readonly equals: string | boolean };

/** What the CMS and the packages need to know of a type. */
export interface TypeOptions<N extends string, F extends Fields> {
  /** Singular name, as in addresses of the read routes and lines of packages. */
  readonly name: N;
  /** Plural name, as in the CMS's collections. */
  readonly plural: string;
  /** One entry per locale; else one entry for all, whose labels hold every language. */
  readonly localized: boolean;
  /** Drafts are kept apart from what is published; else what is saved is live. */
  readonly draftAndPublish: boolean;
  readonly publicity: Publicity;
  readonly fields: F;
  /** The field that names what an entry is about: where that isn’t given, the entry says nothing. */
  readonly about?: string;
  /** What must hold between fields. */
  readonly rules?: readonly Rule[];
}

/** A content type with its schemas. */
export type ContentType<N extends string = string, F extends Fields = Fields> = TypeOptions<N, F> & FieldSchemas<F>;

/** Declares a content type; every type also has a `uid`, which stands beside its fields and never changes. */
export function defineType<const N extends string, F extends Fields>(options: TypeOptions<N, F>): ContentType<N, F> {
  return { ...options, ...schemasOf(options.fields, options.rules) };
}
