import { licenceSchema, maturities, uidSchema } from "@essaim/content";
import { z } from "zod";
import { ceilings, groupSizes } from "../document/ceilings.ts";
import { searchableTypes } from "../document/search-document.ts";
import { type Facet, facets } from "./facet-names.ts";

function oneOf(numbers: readonly number[]) {
  const written = numbers.map(String);
  return z.string().refine((value) => written.includes(value));
}

/** A territory, as centres write theirs. */
const territorySchema = z
  .string()
  .max(160)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u);

/** By what readers narrow a search, and the values that each takes. */
export const facetSchemas = {
  type: z.enum(searchableTypes),
  theme: uidSchema,
  audience: uidSchema,
  centre: uidSchema,
  tool: uidSchema,
  maturity: z.enum(maturities),
  licence: licenceSchema,
  territory: territorySchema,
  adoptedIn: territorySchema,
  preparation: oneOf(ceilings.preparation),
  cost: oneOf(ceilings.cost),
  groupSize: oneOf(groupSizes),
} as const satisfies Record<Facet, z.ZodType>;

/** The values chosen of each facet; several of one facet mean any of them, several facets mean all of them. */
export type Selection = { readonly [F in Facet]?: readonly z.infer<(typeof facetSchemas)[F]>[] };

/** Conditions of the engine for the facets chosen, without those of `except`: a facet's own choice doesn't shrink its counts. */
export const filterOf = (selection: Selection, except?: Facet): string[][] =>
  facets
    .filter((facet) => facet !== except && chosen(selection, facet).length > 0)
    .map((facet) => chosen(selection, facet).map((value) => `${facet} = ${quote(value)}`));

/** The values chosen of one facet. */
export const chosen = (selection: Selection, facet: Facet): readonly string[] => selection[facet] ?? [];

const quote = (value: string): string => `"${value.replace(/["\\]/g, "\\$&")}"`;
