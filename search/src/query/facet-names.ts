/** Names of the facets, in the order in which pages show them. */
export const facets = [
  "type",
  "theme",
  "audience",
  "centre",
  "tool",
  "maturity",
  "licence",
  "territory",
  "adoptedIn",
  "preparation",
  "cost",
  "groupSize",
] as const;

/** Something to narrow a search by. */
export type Facet = (typeof facets)[number];

/** How many documents hold each value of a facet. */
export type FacetCounts = Record<string, number>;

/** A record with something for each facet. */
export function everyFacet<T>(make: (facet: Facet) => T): Record<Facet, T> {
  return {
    type: make("type"),
    theme: make("theme"),
    audience: make("audience"),
    centre: make("centre"),
    tool: make("tool"),
    maturity: make("maturity"),
    licence: make("licence"),
    territory: make("territory"),
    adoptedIn: make("adoptedIn"),
    preparation: make("preparation"),
    cost: make("cost"),
    groupSize: make("groupSize"),
  };
}
