import { z } from "zod";
import { blocksSchema } from "../blocks/index.ts";
import { cards, coordinatesSchema, labelsSchema, type TargetType, translationsSchema } from "../cards.ts";
import { keySchema, uidMaxLength, uidSchema } from "../keys.ts";
import { isPictureKind, type Media, mediaSchema, packagedMediaSchema } from "../media/index.ts";
import { partialDateSchema } from "../partial-date.ts";
import type { Component, Field, FieldOptions, Nature, Shape } from "./field.ts";
import { markdownSchema } from "./markdown-schema.ts";
import { lineSchema, paragraphsSchema } from "./plain-text.ts";

type Plain<S extends z.ZodType> = Field<S, S, S>;
type Optional<S extends z.ZodType> = Plain<z.ZodOptional<S>>;

/** A field whose value is the same in all three schemas. */
export function plain<S extends z.ZodType>(
  nature: Nature,
  shape: Shape,
  schema: S,
  options: { required: true },
): Plain<S>;
export function plain<S extends z.ZodType>(
  nature: Nature,
  shape: Shape,
  schema: S,
  options?: FieldOptions,
): Optional<S>;
export function plain(nature: Nature, shape: Shape, schema: z.ZodType, options: FieldOptions = {}): Plain<z.ZodType> {
  const required = options.required ?? false;
  const value = required ? schema : schema.optional();
  return { shape, nature, required, published: value, stored: value, packaged: value };
}

type Required = { required: true };
type Given<S extends z.ZodType, O> = O extends Required ? Plain<S> : Optional<S>;

/** One line of plain text of at most `max` characters. */
export function string<O extends FieldOptions = object>(
  nature: Nature,
  max: number,
  options?: O,
): Given<z.ZodString, O>;
export function string(nature: Nature, max: number, options?: FieldOptions) {
  return plain(nature, { kind: "string", max }, lineSchema(max), options);
}

/** Several lines of plain text of at most `max` characters. */
export function text<O extends FieldOptions = object>(nature: Nature, max: number, options?: O): Given<z.ZodString, O>;
export function text(nature: Nature, max: number, options?: FieldOptions) {
  return plain(nature, { kind: "text", max }, paragraphsSchema(max), options);
}

/** The last part of a document's address; every locale has its own, and a package may leave it out (it is then the uid). */
export function slug(): Field<typeof uidSchema, typeof uidSchema, z.ZodOptional<typeof uidSchema>> {
  const shape: Shape = { kind: "slug", max: uidMaxLength };
  return {
    shape,
    nature: "text",
    required: true,
    published: uidSchema,
    stored: uidSchema,
    packaged: uidSchema.optional(),
  };
}

/** An e-mail address: always private. */
export const email = () => secret(plain("fact", { kind: "email", max: 254 }, z.email().max(254)));

/** Keeps a field inside the CMS: it is in no version, feed, twin, index or package, so none of its schemas holds a value. */
export function secret(field: Field): Plain<z.ZodOptional<z.ZodNever>> {
  const nothing = z.never().optional();
  return {
    shape: field.shape,
    nature: "private",
    required: false,
    published: nothing,
    stored: nothing,
    packaged: nothing,
  };
}

/** An absolute http or https address; letters outside ASCII may stand in it as people write them. */
export function url<O extends FieldOptions = object>(nature: Nature, options?: O): Given<z.ZodString, O>;
export function url(nature: Nature, options?: FieldOptions) {
  return plain(nature, { kind: "url", max: 2000 }, addressSchema, options);
}

/** The address of a page. */
export const addressSchema = z
  .string()
  .max(2000)
  .regex(/^https?:\/\/[^\s\p{Cc}\p{Cs}]+$/u, "must be an http or https address")
  .refine((address) => URL.canParse(address), "must be an http or https address");

/** A year, month, day or interval: see {@link partialDateSchema}. */
export const partialDate = (nature: Nature) => plain(nature, { kind: "partial-date", max: 30 }, partialDateSchema);

/** A day of the calendar, `2017-02-01`. */
export const date = (nature: Nature) => plain(nature, { kind: "date" }, z.iso.date());

/** An instant in UTC, `2025-12-09T14:30:00.000Z`. */
export const datetime = (nature: Nature) => plain(nature, { kind: "datetime" }, z.iso.datetime({ precision: 3 }));

/** A whole number between `min` and `max`. */
export function integer<O extends FieldOptions = object>(
  nature: Nature,
  min: number,
  max: number,
  options?: O,
): Given<z.ZodInt, O>;
export function integer(nature: Nature, min: number, max: number, options?: FieldOptions) {
  return plain(nature, { kind: "integer", min, max }, z.int().min(min).max(max), options);
}

/** A number between `min` and `max`. */
export const decimal = (nature: Nature, min: number, max: number) =>
  plain(nature, { kind: "decimal", min, max }, z.number().min(min).max(max));

/** Yes or nothing: `false` is the same as absent, so that it makes no version differ. */
export const flag = (nature: Nature) => plain(nature, { kind: "boolean" }, z.boolean());

/** One of a few values. */
export function enumeration<const V extends readonly [string, ...string[]], O extends FieldOptions = object>(
  nature: Nature,
  values: V,
  options?: O,
): O extends Required ? Plain<z.ZodEnum<{ [K in V[number]]: K }>> : Optional<z.ZodEnum<{ [K in V[number]]: K }>>;
export function enumeration(nature: Nature, values: readonly [string, ...string[]], options?: FieldOptions) {
  return plain(nature, { kind: "enumeration", values }, z.enum(values), options);
}

/** Longitude and latitude, see {@link coordinatesSchema}. */
export const coordinates = () => plain("fact", { kind: "coordinates" }, coordinatesSchema);
/** A label in every language of the portal, French required. */
export const labels = (options: { required: true }) => plain("fact", { kind: "labels" }, labelsSchema, options);
/** A label in every language of the portal, or none. */
export const optionalLabels = () => plain("fact", { kind: "labels" }, labelsSchema);
/** A paragraph in any language of the portal. */
export const translations = () => plain("fact", { kind: "translations" }, translationsSchema);

type Lines = z.ZodArray<z.ZodString>;

/** A list of short lines, written one below the other at the desk. */
export function lines(nature: Nature): Field<z.ZodDefault<Lines>, z.ZodOptional<Lines>, z.ZodOptional<Lines>> {
  const lineMax = 400;
  const line = lineSchema(lineMax).regex(/^(?!\s).+(?<!\s)$/u, "must be a single line without spaces around it");
  const max = 20_000;
  const list = z
    .array(line)
    .max(60)
    .refine((all) => all.join("\n").length <= max, `must hold at most ${max} characters in all`);
  const shape: Shape = { kind: "lines", max, lineMax };
  return {
    shape,
    nature,
    required: false,
    published: list.default([]),
    stored: list.optional(),
    packaged: list.optional(),
  };
}

type Prose = Field<
  z.ZodOptional<typeof blocksSchema>,
  z.ZodOptional<typeof blocksSchema>,
  z.ZodOptional<typeof markdownSchema>
>;

/** Rich text: Strapi blocks in the CMS and on the site, Markdown in packages. */
export function prose(nature: Nature): Prose {
  const blocks = blocksSchema.optional();
  return {
    shape: { kind: "blocks" },
    nature,
    required: false,
    published: blocks,
    stored: blocks,
    packaged: markdownSchema.optional(),
  };
}

/** A picture or a file kept by the CMS. */
export function media(nature: Nature, accept: "image" | "file", required = false) {
  const shape: Shape = { kind: "media", accept };
  const published = mediaSchema.optional();
  const isWanted = ({ ext }: Media) => accept === "file" || isPictureKind(ext);
  return {
    shape,
    nature,
    required,
    published,
    stored: mediaSchema.refine(isWanted, "must be a picture").optional(),
    packaged: packagedMediaSchema.optional(),
  } satisfies Field;
}

type CardOf<T extends TargetType> = (typeof cards)[T];

/** A reference to one document; with several target types it is written as a key (`kit/hackathon`), else as a uid. */
export function reference<T extends TargetType>(nature: Nature, ...targets: [T, ...T[]]) {
  const written = targets.length > 1 ? keySchema : uidSchema;
  const shape: Shape = { kind: "reference", targets, many: false, max: 1 };
  const stored = written.optional();
  return {
    shape,
    nature,
    required: false,
    published: z.optional(cardOf(targets)),
    stored,
    packaged: stored,
  } satisfies Field;
}

/** An ordered list of references; with several target types they are written as keys, else as uids. */
export function references<T extends TargetType>(nature: Nature, ...targets: [T, ...T[]]) {
  const max = 200;
  const written = targets.length > 1 ? keySchema : uidSchema;
  const shape: Shape = { kind: "reference", targets, many: true, max };
  const stored = z.array(written).max(max).refine(isSet, "names the same document twice").optional();
  return {
    shape,
    nature,
    required: false,
    published: z.array(cardOf(targets)).default([]),
    stored,
    packaged: stored,
  } satisfies Field;
}

const isSet = (list: readonly string[]) => new Set(list).size === list.length;

function cardOf<T extends TargetType>(targets: [T, ...T[]]): CardOf<T> {
  // Targets that stand together share one card schema: solution, guide and kit.
  return cards[targets[0]];
}

/** One component. */
export function component<C extends Component>(nature: Nature, of: C) {
  const shape: Shape = { kind: "component", component: of, many: false, max: 1 };
  return {
    shape,
    nature,
    required: false,
    published: z.optional(of.published as C["published"]),
    stored: z.optional(of.stored as C["stored"]),
    packaged: z.optional(of.packaged as C["packaged"]),
  } satisfies Field;
}

/** An ordered list of components. */
export function components<C extends Component>(nature: Nature, of: C, max = 60) {
  const shape: Shape = { kind: "component", component: of, many: true, max };
  return {
    shape,
    nature,
    required: false,
    published: z
      .array(of.published as C["published"])
      .max(max)
      .default([]),
    stored: z
      .array(of.stored as C["stored"])
      .max(max)
      .optional(),
    packaged: z
      .array(of.packaged as C["packaged"])
      .max(max)
      .optional(),
  } satisfies Field;
}
