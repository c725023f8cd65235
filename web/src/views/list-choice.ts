import { type Locale, maturities, uidSchema } from "@essaim/content";
import { ceilings } from "@essaim/search";
import type { ListQuery } from "../content/load.ts";
import { formatEuros } from "../i18n/numbers.ts";
import { translatorOf } from "../i18n/translator.ts";
import { describeDays } from "./quantities.ts";

/** Orders that a list can be read in, and what the CMS calls them. */
export const sorts = { recent: "-publishedAt", adopted: "-adoptions", quick: "preparation", title: "title" } as const;
/** An order that a list can be read in. */
export type Sort = keyof typeof sorts;
const sortNames = Object.keys(sorts) as Sort[];

/** Filters that name a document. */
export const namedFilters = ["theme", "audience", "centre", "tool"] as const;
/** Filters in the order in which they are offered. */
export const filterNames = ["theme", "audience", "maturity", "preparation", "cost", "tool", "centre"] as const;
/** Name of a filter, in the address too. */
export type FilterName = (typeof filterNames)[number];

/** What a reader asked of a list: each filter as it stands in the address. */
export interface ListChoice {
  readonly filters: Readonly<Partial<Record<FilterName, string>>>;
  readonly sort: Sort;
  /** Counts from 1. */
  readonly page: number;
}

const mostPages = 1000;

/** Reads what a reader asked; what makes no sense counts as not asked. */
export function readListChoice(query: URLSearchParams): ListChoice {
  const filters: Partial<Record<FilterName, string>> = {};
  for (const name of filterNames) {
    const value = query.get(name) ?? "";
    if (isValue(name, value)) filters[name] = value;
  }
  const page = Number(/^\d{1,4}$/.exec(query.get("page") ?? "")?.[0] ?? 1);
  return {
    filters,
    sort: sortNames.find((name) => name === query.get("sort")) ?? "recent",
    page: Math.min(Math.max(page, 1), mostPages),
  };
}

function isValue(name: FilterName, value: string): boolean {
  if (name === "maturity") return maturities.some((one) => one === value);
  if (name === "preparation" || name === "cost") return ceilings[name].some((one) => String(one) === value);
  return uidSchema.safeParse(value).success;
}

/** The query of a list’s page; what is as usual is left out of it. */
export function listQuery({ filters, sort, page }: ListChoice): string {
  const query = new URLSearchParams();
  for (const name of filterNames) if (filters[name] !== undefined) query.set(name, filters[name]);
  if (sort !== "recent") query.set("sort", sort);
  if (page > 1) query.set("page", String(page));
  return query.size === 0 ? "" : `?${query}`;
}

/** The same choice without one filter, from its first page. */
export function withoutFilter({ filters, sort }: ListChoice, name: FilterName): ListChoice {
  const { [name]: _, ...rest } = filters;
  return { filters: rest, sort, page: 1 };
}

/** The same choice with one filter only, from its first page. */
export const onlyFilter = ({ filters, sort }: ListChoice, name: FilterName): ListChoice => ({
  filters: filters[name] === undefined ? {} : { [name]: filters[name] },
  sort,
  page: 1,
});

/** What the CMS is asked for. */
export function cmsQuery({ filters, sort }: Pick<ListChoice, "filters" | "sort">): Omit<ListQuery, "locale"> {
  const { preparation, cost, ...named } = filters;
  return {
    ...named,
    ...(preparation !== undefined && { maxPreparation: Number(preparation) }),
    ...(cost !== undefined && { maxCost: Number(cost) }),
    sort: sorts[sort],
  };
}

/** A ceiling in words. @example ceilingLabel("cost", 100, "fr") // "100 € au plus" */
export function ceilingLabel(name: keyof typeof ceilings, value: number, locale: Locale): string {
  const t = translatorOf(locale);
  if (name === "cost")
    return value === 0 ? t("list.cost.free") : t("list.atMost", { most: formatEuros(value, locale) });
  return t("list.atMost", { most: describeDays(value, locale) });
}
