/** One page of a map. */
export interface SitemapUrl {
  readonly address: string;
  readonly changedAt?: string;
  /** The same page in each of its languages, itself included. */
  readonly alternates: readonly { readonly locale: string; readonly address: string }[];
}

/** What every XML file of the site begins with. */
export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** @see https://www.sitemaps.org/protocol.html and https://developers.google.com/search/docs/specialty/international/localized-versions */
export function urlSet(urls: readonly SitemapUrl[]): string {
  const entries = urls.map(({ address, changedAt, alternates }) => {
    const links = alternates.map(
      ({ locale, address: href }) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${escapeXml(href)}"/>`,
    );
    const lastmod = changedAt === undefined ? "" : `<lastmod>${escapeXml(changedAt)}</lastmod>`;
    return `<url><loc>${escapeXml(address)}</loc>${lastmod}${links.join("")}</url>`;
  });
  return `${xmlDeclaration}\n<urlset ${namespace} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join("\n")}\n</urlset>\n`;
}

/** A map of maps. */
export function sitemapList(addresses: readonly string[]): string {
  const entries = addresses.map((address) => `<sitemap><loc>${escapeXml(address)}</loc></sitemap>`);
  return `${xmlDeclaration}\n<sitemapindex ${namespace}>\n${entries.join("\n")}\n</sitemapindex>\n`;
}

/** Sends XML. */
export const xmlResponse = (xml: string): Response =>
  new Response(xml, { headers: { "content-type": "application/xml; charset=utf-8" } });

/** Text as XML holds it, in an element or an attribute. */
export const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
