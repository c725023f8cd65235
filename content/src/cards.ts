import { z } from "zod";
import { localeSchema } from "./locales.ts";
import { lineSchema, paragraphsSchema } from "./model/plain-text.ts";

/** One line in one language. */
const labelSchema = lineSchema(200);
/** A paragraph or two in one language. */
const translationSchema = paragraphsSchema(5000);

/** A short text in the portal's languages; French is always there. */
export const labelsSchema = z.strictObject({
  fr: labelSchema,
  en: labelSchema.optional(),
  nl: labelSchema.optional(),
});
/** A longer text in the portal's languages, each optional. */
export const translationsSchema = z.strictObject({
  fr: translationSchema.optional(),
  en: translationSchema.optional(),
  nl: translationSchema.optional(),
});
/** Longitude and latitude in degrees, WGS 84, in that order as in GeoJSON. */
export const coordinatesSchema = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

const identity = { documentId: z.string(), uid: z.string() };

/** What a page shows of a theme or an audience it refers to. */
export const labelCardSchema = z.object({ ...identity, labels: labelsSchema });
/** What a page shows of a tool it refers to. */
export const toolCardSchema = z.object({
  ...identity,
  labels: labelsSchema,
  website: z.string().optional(),
  licence: z.string().optional(),
});
/** What a page shows of a centre it refers to. */
export const centreCardSchema = z.object({
  ...identity,
  name: z.string(),
  kind: z.string(),
  city: z.string().optional(),
  postcode: z.string().optional(),
  territory: z.string().optional(),
  size: z.string().optional(),
  coordinates: coordinatesSchema.optional(),
  website: z.string().optional(),
  isExample: z.boolean().optional(),
});
/** What a page shows of a person it refers to: never an address. */
export const personCardSchema = z.object({
  ...identity,
  name: z.string(),
  role: labelsSchema.optional(),
  contactOptIn: z.boolean().optional(),
  isExample: z.boolean().optional(),
});
/** What a page shows of another sheet, guide or kit; `locale` is the language of its title and summary. */
export const resourceCardSchema = z.object({
  ...identity,
  type: z.enum(["solution", "guide", "kit"]),
  locale: localeSchema,
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  maturity: z.string().optional(),
  isExample: z.boolean().optional(),
});
/** What a page shows of an adoption it refers to. */
export const adoptionCardSchema = z.object({ ...identity, stage: z.string() });

export type Labels = z.infer<typeof labelsSchema>;
export type LabelCard = z.infer<typeof labelCardSchema>;
export type ToolCard = z.infer<typeof toolCardSchema>;
export type CentreCard = z.infer<typeof centreCardSchema>;
export type PersonCard = z.infer<typeof personCardSchema>;
export type ResourceCard = z.infer<typeof resourceCardSchema>;

/** The card of each type that can be referred to. */
export const cards = {
  solution: resourceCardSchema,
  guide: resourceCardSchema,
  kit: resourceCardSchema,
  centre: centreCardSchema,
  person: personCardSchema,
  theme: labelCardSchema,
  audience: labelCardSchema,
  tool: toolCardSchema,
  adoption: adoptionCardSchema,
} as const;

/** A type that others can refer to. */
export type TargetType = keyof typeof cards;
