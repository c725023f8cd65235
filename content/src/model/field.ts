import type { z } from "zod";
import type { TargetType } from "../cards.ts";

/**
 * Who owns a value. `text`: each locale has its own. `fact`: the source locale's entry has it for all.
 * `private`: never leaves the CMS, so it is in no version, feed, twin, index or package.
 */
export type Nature = "text" | "fact" | "private";

/** How a field is kept and walked; everything that is not about its value's schema. */
export type Shape =
  | { kind: "string" | "text" | "slug" | "email" | "url" | "partial-date"; max: number }
  | { kind: "lines"; max: number; lineMax: number }
  | { kind: "blocks" | "boolean" | "date" | "datetime" | "coordinates" | "labels" | "translations" }
  | { kind: "integer" | "decimal"; min: number; max: number }
  | { kind: "enumeration"; values: readonly string[] }
  | { kind: "component"; component: Component; many: boolean; max: number }
  | { kind: "reference"; targets: readonly TargetType[]; many: boolean; max: number }
  | { kind: "media"; accept: "image" | "file" };

/**
 * One field of a type or component, with its three schemas.
 * `published`: what readers of the read routes get (references resolved to cards).
 * `stored`: what a version keeps (references by uid). `packaged`: what a package says (rich text in Markdown).
 */
export interface Field<
  P extends z.ZodType = z.ZodType,
  S extends z.ZodType = z.ZodType,
  K extends z.ZodType = z.ZodType,
> {
  readonly shape: Shape;
  readonly nature: Nature;
  readonly required: boolean;
  /** Whether it tells what happened at the centre that wrote it: see `story`. */
  readonly isStory?: boolean;
  readonly published: P;
  readonly stored: S;
  readonly packaged: K;
}

/** Named fields, in the order of the desk's form. */
export type Fields = Readonly<Record<string, Field>>;

/** A reusable group of fields; `name` is the CMS's component id, such as `shared.image`. */
export interface Component {
  readonly name: string;
  readonly fields: Fields;
  readonly published: z.ZodType;
  readonly stored: z.ZodType;
  readonly packaged: z.ZodType;
}

/** What `required` and absence mean in each schema: lists are empty, other optional values are left out. */
export interface FieldOptions {
  required?: boolean;
}
