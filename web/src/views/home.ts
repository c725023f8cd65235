import { type Locale, languageOf, type PublishedDocument } from "@essaim/content";
import type { Reading } from "../content/reading.ts";
import { translatorOf } from "../i18n/translator.ts";
import { typeset } from "../i18n/typography.ts";
import { homePlaces, type PageHead } from "./page-head.ts";
import { type CardView, cardOfDocument, type Resource } from "./resource-card.ts";
import { websiteData } from "./structured-data.ts";

/** Something that happened: a sheet is new, or has a new version. */
export interface News {
  readonly card: CardView;
  readonly version: number;
  /** An instant, in ISO 8601. */
  readonly at: string;
}

/** What the home page shows. */
export interface Home {
  /** The real project that the portal grew from: the oldest solution that isn’t invented. */
  readonly origin: PublishedDocument<"solution"> | undefined;
  /** The guide to do the same. */
  readonly method: CardView | undefined;
  readonly takeUp: readonly CardView[];
  readonly news: readonly News[];
  /** How many solutions, guides and kits there are. */
  readonly total: number;
  /** How many of them are kits. */
  readonly kits: number;
}

const recent = 12;
const shown = 3;
const newsShown = 4;

/** Reads what the home page shows. */
export async function readHome(locals: Reading): Promise<Home> {
  const query = { locale: locals.locale, fallback: true, sort: "-updatedAt", limit: recent } as const;
  const [solutions, guides, kits] = await Promise.all([
    locals.list("solution", query),
    locals.list("guide", query),
    locals.list("kit", query),
  ]);
  const origin = solutions.items.filter(({ data }) => !data.isExample).toSorted(byAge)[0];
  const method = guides.items.toSorted(byAge)[0];
  const all: Resource[] = [...solutions.items, ...guides.items, ...kits.items].toSorted(byUpdate);
  const others = all.filter(({ documentId }) => documentId !== origin?.documentId);
  return {
    origin: origin && typeset(origin, languageOf(origin)),
    method: method && cardOfDocument(method),
    takeUp: others.slice(0, shown).map(cardOfDocument),
    news: all.slice(0, newsShown).map((document) => ({
      card: cardOfDocument(document),
      version: document.version,
      at: document.updatedAt,
    })),
    total: solutions.total + guides.total + kits.total,
    kits: kits.total,
  };
}

const byAge = (a: Resource, b: Resource): number => a.publishedAt.localeCompare(b.publishedAt);
const byUpdate = (a: Resource, b: Resource): number => b.updatedAt.localeCompare(a.updatedAt);

/** Head of the home page. */
export function homeHead(locale: Locale, url: URL): PageHead {
  const t = translatorOf(locale);
  return {
    title: t("home.title"),
    description: t("home.lead"),
    places: homePlaces(locale),
    data: websiteData({ locale, url }),
  };
}
