import {
  type Labels,
  type Locale,
  maturities,
  type PublishedType,
  type ResourceType,
  uidSchema,
} from "@essaim/content";
import type { ListQuery } from "../content/load.ts";
import type { Reading } from "../content/reading.ts";
import { labelIn } from "../i18n/labels.ts";
import { translatorOf } from "../i18n/translator.ts";
import { sectionOfType } from "../routing/index.ts";
import { type PageHead, sectionPlaces } from "./page-head.ts";
import { type CardView, cardOfDocument, type Resource } from "./resource-card.ts";

/** Orders that a list can be read in. */
export const sorts = { recent: "-publishedAt", title: "title" } as const;

/** What a reader asked of a list. */
export interface ListChoice {
  readonly theme?: string | undefined;
  readonly audience?: string | undefined;
  readonly maturity?: (typeof maturities)[number] | undefined;
  readonly sort: keyof typeof sorts;
  /** Counts from 1. */
  readonly page: number;
}

/** A choice of a filter. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** A list as its page shows it. */
export interface ResourceList {
  readonly type: ResourceType;
  readonly choice: ListChoice;
  readonly filtered: boolean;
  readonly cards: readonly CardView[];
  readonly total: number;
  readonly pages: number;
  readonly themes: readonly Option[];
  readonly audiences: readonly Option[];
}

const pageSize = 24;
const mostPages = 1000;

/** Reads what a reader asked; what makes no sense counts as not asked. */
export function readListChoice(query: URLSearchParams): ListChoice {
  const uid = (name: string) => uidSchema.safeParse(query.get(name)).data;
  const page = Number(/^\d{1,4}$/.exec(query.get("page") ?? "")?.[0] ?? 1);
  return {
    theme: uid("theme"),
    audience: uid("audience"),
    maturity: maturities.find((name) => name === query.get("maturity")),
    sort: query.get("sort") === "title" ? "title" : "recent",
    page: Math.min(Math.max(page, 1), mostPages),
  };
}

/** The query of a list’s page; what is as usual is left out of it. */
export function listQuery({ theme, audience, maturity, sort, page }: ListChoice): string {
  const chosen = {
    theme,
    audience,
    maturity,
    sort: sort === "recent" ? undefined : sort,
    page: page > 1 ? String(page) : undefined,
  };
  const query = new URLSearchParams(
    Object.entries(chosen).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  return query.size === 0 ? "" : `?${query}`;
}

/** Reads one page of a list, with the filters to offer. */
export async function readResourceList(
  type: ResourceType,
  { locals, url }: { locals: Reading; url: URL },
): Promise<ResourceList> {
  const choice = readListChoice(url.searchParams);
  const { theme, audience, maturity, sort, page } = choice;
  const filters = {
    ...(theme !== undefined && { theme }),
    ...(audience !== undefined && { audience }),
    ...(maturity !== undefined && { maturity }),
  };
  const [{ items, total }, themes, audiences] = await Promise.all([
    readResources(locals, type, {
      ...filters,
      locale: locals.locale,
      fallback: true,
      sort: sorts[sort],
      limit: pageSize,
      offset: (page - 1) * pageSize,
    }),
    readOptions(locals, "theme"),
    readOptions(locals, "audience"),
  ]);
  const cards = items.map(cardOfDocument);
  return {
    type,
    choice,
    filtered: Object.keys(filters).length > 0,
    cards,
    total,
    pages: Math.ceil(total / pageSize),
    themes,
    audiences,
  };
}

/** The same read for whichever type: each has its own schema, and the union of the three is what cards are made of. */
const readResources = (
  locals: Reading,
  type: ResourceType,
  query: ListQuery,
): Promise<{ items: Resource[]; total: number }> =>
  type === "solution"
    ? locals.list(type, query)
    : type === "guide"
      ? locals.list(type, query)
      : locals.list(type, query);

async function readOptions(locals: Reading, type: "theme" | "audience"): Promise<Option[]> {
  const { items } = await locals.list<PublishedType & typeof type>(type, { locale: locals.locale, limit: 200 });
  const order = (data: { order?: number | undefined }) => data.order ?? Number.MAX_SAFE_INTEGER;
  return items
    .map(({ uid, data }) => ({
      value: uid,
      label: labelIn(data.labels satisfies Labels, locals.locale),
      order: order(data),
    }))
    .sort((a, b) => a.order - b.order || a.label.localeCompare(b.label, locals.locale))
    .map(({ value, label }) => ({ value, label }));
}

/** Head of a list’s page. */
export function listHead({ type, choice, filtered }: ResourceList, locale: Locale): PageHead {
  const section = sectionOfType[type];
  const t = translatorOf(locale);
  return {
    title: t(`list.${section}.title`),
    description: t(`list.${section}.lead`),
    places: sectionPlaces(section, locale, listQuery(choice)),
    section,
    unlisted: filtered || choice.sort !== "recent",
  };
}
