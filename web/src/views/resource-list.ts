import { type Labels, type Locale, maturities, type ResourceType } from "@essaim/content";
import { ceilings } from "@essaim/search";
import type { DocumentList, ListQuery } from "../content/load.ts";
import type { Reading } from "../content/reading.ts";
import { labelIn } from "../i18n/labels.ts";
import { translatorOf } from "../i18n/translator.ts";
import { sectionOfType } from "../routing/index.ts";
import {
  ceilingLabel,
  cmsQuery,
  type FilterName,
  filterNames,
  type ListChoice,
  listQuery,
  namedFilters,
  onlyFilter,
  readListChoice,
  withoutFilter,
} from "./list-choice.ts";
import { type PageHead, sectionPlaces } from "./page-head.ts";
import { type CardView, cardOfDocument, type Resource, withSpread } from "./resource-card.ts";

/** A choice of a filter; `count` documents have it, where that is known. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly count?: number | undefined;
}

/** A filter that the list offers. */
export interface Filter {
  readonly name: FilterName;
  readonly options: readonly Option[];
  readonly chosen: string | undefined;
}

/** A filter in force, with the address of the list without it. */
export interface ActiveFilter {
  readonly name: FilterName;
  readonly label: string;
  readonly query: string;
}

/** What to try when nothing is left: to drop one filter, or where that isn’t enough to keep one alone. */
export interface WayOut {
  readonly kind: "drop" | "keep";
  readonly label: string;
  readonly query: string;
  readonly total: number;
}

/** A list as its page shows it. */
export interface ResourceList {
  readonly type: ResourceType;
  readonly choice: ListChoice;
  readonly cards: readonly CardView[];
  readonly total: number;
  /** How many there are without any filter. */
  readonly all: number;
  readonly pages: number;
  readonly filters: readonly Filter[];
  readonly active: readonly ActiveFilter[];
  readonly waysOut: readonly WayOut[];
}

const pageSize = 24;
const mostOptions = 500;

/** Reads one page of a list, with the filters to offer. */
export async function readResourceList(
  type: ResourceType,
  { locals, url }: { locals: Reading; url: URL },
): Promise<ResourceList> {
  const list = await readPage(type, readListChoice(url.searchParams), locals);
  // An address kept from when the list was longer leads to its end.
  return list.cards.length === 0 && list.pages > 0
    ? readPage(type, { ...list.choice, page: list.pages }, locals)
    : list;
}

async function readPage(type: ResourceType, choice: ListChoice, locals: Reading): Promise<ResourceList> {
  const language = { locale: locals.locale, fallback: true } as const;
  const page = { facets: true, limit: pageSize, offset: (choice.page - 1) * pageSize };
  const [{ items, total, facets = {} }, ...named] = await Promise.all([
    readResources(locals, type, { ...language, ...cmsQuery(choice), ...page }),
    ...namedFilters.map((name) => readOptions(locals, name)),
  ]);
  const optionsOf = new Map<FilterName, Option[]>(namedFilters.map((name, index) => [name, named[index] ?? []]));
  const filters = filterNames.map((name) => toFilter(name, choice, optionsOf.get(name), facets, locals.locale));
  const all = facets["all"] ?? total;
  const active = filters.filter(({ chosen }) => chosen !== undefined).map((filter) => toActive(filter, choice));
  return {
    type,
    choice,
    cards: await withSpread(items.map(cardOfDocument), locals),
    total,
    all,
    pages: Math.ceil(total / pageSize),
    filters: filters.filter((filter) => filter.chosen !== undefined || narrows(filter, all)),
    active,
    waysOut: total === 0 && all > 0 ? await findWaysOut(type, choice, active, locals) : [],
  };
}

/** Whether a filter can leave anything out. */
const narrows = ({ options }: Filter, all: number): boolean =>
  all > 1 && options.some(({ count }) => count === undefined || (count > 0 && count < all));

function toFilter(
  name: FilterName,
  choice: ListChoice,
  named: readonly Option[] | undefined,
  facets: Readonly<Record<string, number>>,
  locale: Locale,
): Filter {
  const chosen = choice.filters[name];
  const t = translatorOf(locale);
  if (name === "preparation" || name === "cost")
    return {
      name,
      chosen,
      options: ceilings[name].map((value) => ({ value: String(value), label: ceilingLabel(name, value, locale) })),
    };
  const known = named ?? maturities.map((value) => ({ value, label: t(`maturity.${value}`) }));
  const counted = known.map((option) => ({ ...option, count: facets[`${name}/${option.value}`] ?? 0 }));
  const options = counted.filter(({ count, value }) => count > 0 || value === chosen);
  const isGone = chosen !== undefined && options.every(({ value }) => value !== chosen);
  return { name, chosen, options: isGone ? [...options, { value: chosen, label: chosen, count: 0 }] : options };
}

const toActive = ({ name, chosen, options }: Filter, choice: ListChoice): ActiveFilter => ({
  name,
  label: options.find(({ value }) => value === chosen)?.label ?? "",
  query: listQuery(withoutFilter(choice, name)),
});

async function findWaysOut(
  type: ResourceType,
  choice: ListChoice,
  active: readonly ActiveFilter[],
  locals: Reading,
): Promise<WayOut[]> {
  const tryOut = async (kind: WayOut["kind"], { name, label }: ActiveFilter): Promise<WayOut> => {
    const tried = kind === "drop" ? withoutFilter(choice, name) : onlyFilter(choice, name);
    const query = { ...cmsQuery(tried), locale: locals.locale, fallback: true, limit: 1 };
    return { kind, label, query: listQuery(tried), total: (await readResources(locals, type, query)).total };
  };
  const found = async (kind: WayOut["kind"]) =>
    (await Promise.all(active.map((filter) => tryOut(kind, filter)))).filter(({ total }) => total > 0);
  const drops = active.length > 1 ? await found("drop") : [];
  return drops.length > 0 || active.length < 3 ? drops : found("keep");
}

/** The same read for whichever type: each has its own schema, and the union of the three is what cards are made of. */
const readResources = (
  locals: Reading,
  type: ResourceType,
  query: ListQuery,
): Promise<Omit<DocumentList<ResourceType>, "items"> & { items: Resource[] }> =>
  type === "solution"
    ? locals.list(type, query)
    : type === "guide"
      ? locals.list(type, query)
      : locals.list(type, query);

/** What readers may choose of a filter, in its order. */
export async function readOptions({ locale, list }: Reading, type: (typeof namedFilters)[number]): Promise<Option[]> {
  const query = { locale, limit: mostOptions, sort: "title" } as const;
  if (type === "centre") {
    const { items } = await list("centre", query);
    return items.map(({ uid, data: { name, city } }) => ({ value: uid, label: city ? `${name}, ${city}` : name }));
  }
  const labelled = (uid: string, labels: Labels, order = 0) => ({ value: uid, label: labelIn(labels, locale), order });
  const options =
    type === "tool"
      ? (await list("tool", query)).items.map(({ uid, data }) => labelled(uid, data.labels))
      : type === "theme"
        ? (await list("theme", query)).items.map(({ uid, data }) => labelled(uid, data.labels, data.order ?? last))
        : (await list("audience", query)).items.map(({ uid, data }) => labelled(uid, data.labels, data.order ?? last));
  return options.toSorted((a, b) => a.order - b.order || a.label.localeCompare(b.label, locale));
}

const last = Number.MAX_SAFE_INTEGER;

/** Head of a list’s page. */
export function listHead({ type, choice, active }: ResourceList, locale: Locale): PageHead {
  const section = sectionOfType[type];
  const t = translatorOf(locale);
  return {
    title: t(`list.${section}.title`),
    description: t(`list.${section}.lead`),
    places: sectionPlaces(section, locale, listQuery(choice)),
    section,
    unlisted: active.length > 0 || choice.sort !== "recent",
  };
}
