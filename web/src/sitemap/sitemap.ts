import { type Locale, locales } from "@essaim/content";
import type { Reading } from "../content/reading.ts";
import { homePath, localizedPath, sectionPath } from "../routing/addresses.ts";
import { type PagedType, pagedTypes, standingPages } from "../routing/sections.ts";
import { type SitemapUrl, sitemapList, urlSet } from "./xml.ts";

/** Most addresses in one map; the protocol allows 50,000. */
const mapSize = 10_000;
/** Documents asked for at once. */
const pageSize = 100;

/** Pages that exist in every language whatever is published. */
const standing: readonly ((locale: Locale) => string)[] = [
  homePath,
  (locale) => sectionPath("solutions", locale),
  (locale) => sectionPath("guides", locale),
  (locale) => sectionPath("kits", locale),
  (locale) => sectionPath("network", locale),
  (locale) => sectionPath("centres", locale),
  (locale) => sectionPath("tools", locale),
  (locale) => sectionPath("themes", locale),
];

/** The map of maps. */
export async function sitemapIndex(reading: Reading, origin: string): Promise<string> {
  const addresses: string[] = [];
  for (const locale of locales) {
    const parts = Math.max(1, Math.ceil(sum(await countByType(reading, locale)) / mapSize));
    for (let part = 1; part <= parts; part++) addresses.push(`${origin}/sitemap-${locale}-${part}.xml`);
  }
  return sitemapList(addresses);
}

/** One language's map; undefined when there is no such part. */
export async function sitemap(
  reading: Reading,
  origin: string,
  locale: Locale,
  part: number,
): Promise<string | undefined> {
  const urls: SitemapUrl[] = part === 1 ? standing.map((path) => standingUrl(path, locale, origin)) : [];
  // The standing pages come on top of the first map's documents: the bound is ours, not the protocol's.
  let skip = (part - 1) * mapSize;
  let room = mapSize;
  if (part === 1) urls.push(...(await standingPageUrls(reading, locale, origin)));
  const counts = await countByType(reading, locale);
  for (const [index, type] of pagedTypes.entries()) {
    const count = counts[index] ?? 0;
    const take = Math.min(Math.max(count - skip, 0), room);
    for (let done = 0; done < take; done += pageSize) {
      const limit = Math.min(pageSize, take - done);
      const { items } = await reading.list(type, { locale, sort: "publishedAt", limit, offset: skip + done });
      for (const item of items) urls.push(documentUrl(type, item, locale, origin));
    }
    skip = Math.max(skip - count, 0);
    room -= take;
  }
  return urls.length === 0 ? undefined : urlSet(urls);
}

/** The pages of the portal itself that have a text in this language. */
async function standingPageUrls(reading: Reading, locale: Locale, origin: string): Promise<SitemapUrl[]> {
  const { items } = await reading.list("page", { locale });
  return items.flatMap(({ uid, updatedAt, locales: published }) => {
    const section = standingPages.find((name) => name === uid);
    if (section === undefined) return [];
    return {
      address: origin + sectionPath(section, locale),
      changedAt: updatedAt,
      alternates: published.map((each) => ({
        locale: each.locale,
        address: origin + sectionPath(section, each.locale),
      })),
    };
  });
}

/** How many documents of each paged type are published in a language. */
async function countByType(reading: Reading, locale: Locale): Promise<number[]> {
  const lists = pagedTypes.map((type) => reading.list(type, { locale, limit: 1 }));
  return (await Promise.all(lists)).map(({ total }) => total);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const standingUrl = (path: (locale: Locale) => string, locale: Locale, origin: string): SitemapUrl => ({
  address: origin + path(locale),
  alternates: locales.map((other) => ({ locale: other, address: origin + path(other) })),
});

interface Listed {
  readonly locale: Locale | null;
  readonly slug: string;
  readonly updatedAt: string;
  readonly locales: readonly { readonly locale: Locale; readonly slug: string }[];
}

function documentUrl(type: PagedType, document: Listed, locale: Locale, origin: string): SitemapUrl {
  const published =
    document.locale === null ? locales.map((each) => ({ locale: each, slug: document.slug })) : document.locales;
  return {
    address: origin + localizedPath(type, document.slug, locale),
    changedAt: document.updatedAt,
    alternates: published.map((each) => ({
      locale: each.locale,
      address: origin + localizedPath(type, each.slug, each.locale),
    })),
  };
}
