import { type Locale, maturities } from "@essaim/content";
import type { Facet, SearchAnswer, SearchRequest } from "@essaim/search";
import { translatorOf } from "../../i18n/translator.ts";
import type { FacetLabels } from "./facet-labels.ts";
import { changeSearch, searchQuery } from "./search-query.ts";

/** Facets that the page offers, in order. */
const offered = [
  "type",
  "theme",
  "audience",
  "preparation",
  "cost",
  "adoptedIn",
  "groupSize",
  "maturity",
  "territory",
  "centre",
  "tool",
  "licence",
] as const satisfies readonly Facet[];
/** A facet that the page offers. */
export type OfferedFacet = (typeof offered)[number];

/** A value of a facet that a reader can choose. */
export interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly chosen: boolean;
}

/** A facet with its values. */
export interface FacetView {
  readonly facet: OfferedFacet;
  readonly title: string;
  /** What its values mean, where the title alone might be misread. */
  readonly hint?: string;
  readonly values: readonly FacetValue[];
}

/** A filter in force, with the address of the same search without it. */
export interface ActiveFilter {
  readonly label: string;
  readonly without: SearchRequest;
  readonly query: string;
}

/** Values of a facet that are shown at most, besides those chosen: the most frequent. */
const mostValues = 12;
/** Readers look for their own territory, however few sheets it has. */
const mostPlaces = 60;

/** The facets that would narrow a search, each with its values. */
export function facetViews(
  request: SearchRequest,
  { facets: counts, total }: Pick<SearchAnswer, "facets" | "total">,
  labels: FacetLabels,
  locale: Locale,
): FacetView[] {
  const t = translatorOf(locale);
  return offered
    .map((facet) => {
      const chosen: readonly string[] = request[facet];
      const found = Object.entries(counts[facet] ?? {}).map(([value, count]) => ({ value, count }));
      const gone = chosen.filter((value) => !(value in (counts[facet] ?? {}))).map((value) => ({ value, count: 0 }));
      const most = facet === "adoptedIn" ? mostPlaces : mostValues;
      const byName = (a: FacetValue, b: FacetValue) => a.label.localeCompare(b.label, locale);
      const values = [...found, ...gone]
        .map(({ value, count }) => ({ value, count, label: labels(facet, value), chosen: chosen.includes(value) }))
        .sort((a, b) => rankOf(facet, a.value) - rankOf(facet, b.value) || b.count - a.count || byName(a, b))
        .filter((value, rank) => rank < most || value.chosen);
      return {
        facet,
        title: t(`search.${facet}`),
        ...(facet === "adoptedIn" && { hint: t("search.adoptedIn.hint") }),
        values: facet === "adoptedIn" ? values.sort(byName) : values,
      };
    })
    .filter(({ values }) => values.some(({ chosen, count }) => chosen || count < total));
}

/** Maturity goes from ripe to raw, and numbers go up; elsewhere what is most frequent comes first. */
function rankOf(facet: OfferedFacet, value: string): number {
  if (facet === "maturity") return -rawToRipe.indexOf(value);
  return facet === "preparation" || facet === "cost" || facet === "groupSize" ? Number(value) : 0;
}
const rawToRipe: readonly string[] = maturities;

/** The filters of a search, each in words that say what it is without its facet's title. */
export function activeFilters(request: SearchRequest, labels: FacetLabels, locale: Locale): ActiveFilter[] {
  const t = translatorOf(locale);
  return offered.flatMap((facet) => {
    const chosen: readonly string[] = request[facet];
    return chosen.map((value) => {
      const without = changeSearch(request, { [facet]: chosen.filter((other) => other !== value) });
      // A place is one thing where a sheet comes from, and another where it went.
      const isPlace = facet === "territory" || facet === "adoptedIn";
      const label = isPlace
        ? t("search.active.place", { facet: t(`search.${facet}`), place: value })
        : labels(facet, value);
      return { label, without, query: searchQuery(without) };
    });
  });
}
