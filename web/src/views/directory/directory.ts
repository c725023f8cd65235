import {
  type Key,
  keyOf,
  type Labels,
  type Locale,
  type PublishedDocument,
  resourceTypes,
  type Tool,
} from "@essaim/content";
import type { Reading } from "../../content/reading.ts";
import { labelIn } from "../../i18n/labels.ts";
import { translatorOf } from "../../i18n/translator.ts";
import type { Section } from "../../routing/index.ts";
import { readAll } from "../network/read-all.ts";
import { type PageHead, sectionPlaces } from "../page-head.ts";
import { breadcrumbData } from "../structured-data.ts";

/** A text in the reader’s language, or else in one that there is. */
export interface OwnText {
  readonly text: string;
  readonly lang: Locale;
}

/** A text of a document that holds every language, in one of them: the page’s, or French. */
export function textIn(
  texts: { readonly [L in Locale]?: string | undefined } | undefined,
  locale: Locale,
): OwnText | undefined {
  const lang = [locale, "fr" as const, "en" as const, "nl" as const].find((each) => texts?.[each] !== undefined);
  const text = lang && texts?.[lang];
  return text === undefined || lang === undefined ? undefined : { text, lang };
}

/** A tool or a theme in its list. */
export interface Entry {
  readonly type: "tool" | "theme";
  readonly slug: string;
  readonly label: string;
  readonly description: OwnText | undefined;
  readonly priceModel?: Tool["priceModel"];
  /** How many solutions, guides and kits refer to it. */
  readonly sheets: number;
  /** How many people who agreed to be shown know it. */
  readonly people: number;
}

/** One page of a list of tools or themes. */
export interface Directory {
  readonly entries: readonly Entry[];
  /** Counts from 1. */
  readonly page: number;
  readonly pages: number;
}

const pageSize = 48;

/** Reads which page of a list is asked for; what makes no sense is the first. */
export const readPageNumber = (query: URLSearchParams): number =>
  Math.max(Number(/^\d{1,4}$/.exec(query.get("page") ?? "")?.[0] ?? 1), 1);

/** Reads the tools or the themes, each with what refers to it. */
export async function readDirectory(
  type: "tool" | "theme",
  { locals, url }: { locals: Reading; url: URL },
): Promise<Directory> {
  const [documents, people]: [
    readonly (PublishedDocument<"tool"> | PublishedDocument<"theme">)[],
    readonly PublishedDocument<"person">[],
  ] = await Promise.all([
    type === "tool" ? readAll(locals, "tool") : readAll(locals, "theme"),
    type === "tool" ? readAll(locals, "person") : [],
  ]);
  const keys = documents.map(({ uid }) => keyOf(type, uid));
  const counts = await locals.mentionCounts(resourceTypes, keys);
  const sheetsOf = (key: Key) => resourceTypes.reduce((sum, each) => sum + counts(key, each), 0);
  const knows = countTools(people);
  const entries = inOrder(documents, locals.locale).map(({ uid, slug, data }) => ({
    ...{ type, slug, label: labelIn(data.labels, locals.locale), description: textIn(data.description, locals.locale) },
    priceModel: "priceModel" in data ? data.priceModel : undefined,
    sheets: sheetsOf(keyOf(type, uid)),
    people: knows.get(uid) ?? 0,
  }));
  const page = readPageNumber(url.searchParams);
  return {
    entries: entries.slice((page - 1) * pageSize, page * pageSize),
    page,
    pages: Math.ceil(entries.length / pageSize),
  };
}

function countTools(people: readonly PublishedDocument<"person">[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { data } of people)
    if (data.listed) for (const { uid } of data.tools) counts.set(uid, (counts.get(uid) ?? 0) + 1);
  return counts;
}

type Labelled = { readonly data: { readonly labels: Labels; readonly order?: number | undefined } };

/** Themes in the order that the network gave them, tools by name. */
function inOrder<T extends Labelled>(documents: readonly T[], locale: Locale): T[] {
  const orderOf = ({ data }: Labelled) => data.order ?? Number.MAX_SAFE_INTEGER;
  const label = ({ data }: Labelled) => labelIn(data.labels, locale);
  return documents.toSorted((a, b) => orderOf(a) - orderOf(b) || label(a).localeCompare(label(b), locale));
}

/** Head of a list of tools, themes or centres. */
export function directoryHead(
  section: Section & ("tools" | "themes" | "centres"),
  { locale, url, page }: { locale: Locale; url: URL; page: number },
): PageHead {
  const t = translatorOf(locale);
  return {
    title: t(`${section}.title`),
    description: t(`${section}.lead`),
    places: sectionPlaces(section, locale, page > 1 ? `?page=${page}` : ""),
    section: section === "centres" ? "network" : section,
    data: [breadcrumbData([], t(`${section}.title`), { locale, url })],
  };
}
