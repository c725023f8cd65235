import { type AdoptionCounts, type Centre, type Locale, languageOf, type PublishedDocument } from "@essaim/content";
import type { Reading } from "../content/reading.ts";
import { translatorOf } from "../i18n/translator.ts";
import { typeset } from "../i18n/typography.ts";
import { type News, readNews } from "./news.ts";
import { homePlaces, type PageHead } from "./page-head.ts";
import { type CardView, cardOfDocument, type Resource, withSpread } from "./resource-card.ts";
import { readResources } from "./resources.ts";
import { websiteData } from "./structured-data.ts";

/** What the home page shows. */
export interface Home {
  /** The real project that the portal grew from: the oldest solution that isn’t invented. */
  readonly origin: PublishedDocument<"solution"> | undefined;
  /** How far that project has spread. */
  readonly originSpread: AdoptionCounts | undefined;
  /** The guide to do the same. */
  readonly method: CardView | undefined;
  readonly takeUp: readonly CardView[];
  readonly news: readonly News[];
  /** Who helps a centre to share: the federation, when it is known. */
  readonly federation: { readonly slug: string; readonly centre: Centre } | undefined;
  /** How many solutions, guides and kits there are. */
  readonly total: number;
  /** How many of them are kits. */
  readonly kits: number;
}

const looked = 24;
const shown = 3;
const kitsShown = 1;
const newsShown = 6;

/** Reads what the home page shows. */
export async function readHome(locals: Reading): Promise<Home> {
  const query = { locale: locals.locale, fallback: true, limit: looked } as const;
  const [newest, oldest, centres, ...spread] = await Promise.all([
    readResources(locals, { sort: "-updatedAt", limit: looked }),
    locals.list("solution", { ...query, sort: "publishedAt" }),
    locals.list("centre", { locale: locals.locale, sort: "publishedAt", limit: 200 }),
    locals.list("solution", { ...query, sort: "-adoptions", limit: shown + 1 }),
    locals.list("kit", { ...query, sort: "-adoptions", limit: shown }),
  ]);
  const origin = oldest.items.filter(({ data }) => !data.isExample).toSorted(byAge)[0];
  const method = newest.guide.items.toSorted(byAge)[0];
  const federation = centres.items.find(({ data }) => data.kind === "federation" && !data.isExample);
  const [first, ...takeUp] = await withSpread(
    [...(origin ? [cardOfDocument(origin)] : []), ...toTakeUp(origin, spread[0].items, spread[1].items)],
    locals,
  );
  return {
    origin: origin && typeset(origin, languageOf(origin)),
    originSpread: origin && first?.spread,
    method: method && cardOfDocument(method),
    takeUp: origin || first === undefined ? takeUp : [first, ...takeUp],
    news: await readNews(newest.all, newsShown, locals),
    federation: federation && { slug: federation.slug, centre: federation.data },
    total: newest.total,
    kits: newest.kit.total,
  };
}

/** What most centres have taken up, with one kit where there is one. */
function toTakeUp(origin: Resource | undefined, solutions: readonly Resource[], kits: readonly Resource[]): CardView[] {
  const others = solutions.filter(({ documentId }) => documentId !== origin?.documentId);
  const chosenKits = kits.slice(0, Math.max(kitsShown, shown - others.length));
  return [...others.slice(0, shown - chosenKits.length), ...chosenKits].map(cardOfDocument);
}

const byAge = (a: Resource, b: Resource): number => a.publishedAt.localeCompare(b.publishedAt);

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
