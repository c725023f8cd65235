import type { Locale } from "@essaim/content";
import type { Reading } from "../content/reading.ts";
import { translatorOf } from "../i18n/translator.ts";
import { feedPath, homePath } from "../routing/index.ts";
import { escapeXml, xmlDeclaration } from "../sitemap/xml.ts";
import { type News, readNews } from "../views/news.ts";
import { newsWords } from "../views/news-words.ts";
import { readResources } from "../views/resources.ts";

const looked = 24;
const told = 40;

/** The news of the network for feed readers: the same as on the home page, more of them. */
export async function readFeed(locals: Reading, origin: string): Promise<string> {
  const { all } = await readResources(locals, { sort: "-updatedAt", limit: looked });
  return rssFeed(await readNews(all, told, locals), locals.locale, origin);
}

/** @see https://www.rssboard.org/rss-specification */
function rssFeed(news: readonly News[], locale: Locale, origin: string): string {
  const t = translatorOf(locale);
  const newest = news[0];
  const items = news.map((item) => {
    const { address, happening, sort } = newsWords(item, locale);
    const title = happening === undefined ? `${sort} – ${item.card.title}` : `${happening} – ${item.card.title}`;
    // An instant of the same kind at the same address is the same news, however often the feed is read.
    const identity = `${origin}${address} ${item.kind} ${item.at}`;
    return [
      "<item>",
      `<title>${escapeXml(title)}</title>`,
      `<link>${escapeXml(origin + address)}</link>`,
      `<guid isPermaLink="false">${escapeXml(identity)}</guid>`,
      `<pubDate>${new Date(item.at).toUTCString()}</pubDate>`,
      `<description>${escapeXml(item.card.summary)}</description>`,
      "</item>",
    ].join("");
  });
  const channel = [
    `<title>${escapeXml(t("feed.title"))}</title>`,
    `<link>${origin}${homePath(locale)}</link>`,
    `<description>${escapeXml(t("site.about"))}</description>`,
    `<language>${locale}</language>`,
    ...(newest ? [`<lastBuildDate>${new Date(newest.at).toUTCString()}</lastBuildDate>`] : []),
    `<atom:link rel="self" type="application/rss+xml" href="${origin}${feedPath(locale)}"/>`,
    ...items,
  ];
  const namespaces = 'version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"';
  return `${xmlDeclaration}\n<rss ${namespaces}><channel>\n${channel.join("\n")}\n</channel></rss>\n`;
}
