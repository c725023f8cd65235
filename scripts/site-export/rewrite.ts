import { inPlaceOf, onlineLinks, withoutOnlineParts } from "./online-only.ts";
import { destination, fileOf, isSearchPage, listedType, relativeLink, searchPageOf } from "./places.ts";

/** A page or file as the offline edition holds it, and the addresses that it needs. */
export interface Rewritten {
  readonly text: string;
  readonly needs: readonly string[];
}

const attribute = /(\s(?:href|src|action|poster|data-offline)=")([^"]*)(")/g;
const sources = /(\ssrcset=")([^"]*)(")/g;
const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&#38;": "&",
  "&quot;": '"',
  "&#34;": '"',
  "&#39;": "'",
};
const decode = (value: string): string => value.replaceAll(/&(?:amp|quot|#3[489]);/g, (each) => entities[each] ?? each);
const encode = (value: string): string => value.replaceAll("&", "&#38;").replaceAll('"', "&#34;");
/** Links that tell machines where the site itself is, or lead people there; the offline edition keeps them. */
const toTheSite = /<link rel="(?:canonical|alternate)" (?:hreflang|href="http)[^>]*>|<a\b[^>]*\sdata-online\b[^>]*>/g;

/** Makes the links of a page relative; `address` is where the page is on the site. */
export function rewritePage(html: string, address: string): Rewritten {
  const page = new URL(address);
  const file = fileOf(page.pathname + page.search);
  const needs = new Set<string>();
  const lead = (written: string): string => {
    const link = parse(decode(written), page);
    if (link === undefined || link.origin !== page.origin) return written;
    if (link.pathname === page.pathname && link.search === page.search && link.hash !== "") return encode(link.hash);
    const { path, query } = destination(link, page);
    needs.add(path);
    return encode(relativeLink(file, fileOf(path)) + query + link.hash);
  };
  const kept: string[] = [];
  const text = onlineLinks(listFilters(withoutOnlineParts(html), page), page)
    .replace(toTheSite, (link) => `<!--kept ${kept.push(link) - 1}-->`)
    .replace(attribute, (whole, before: string, value: string, after: string) => {
      if (value === "" || /^[a-z][a-z0-9+.-]*:/i.test(value))
        return /^https?:/.test(value) ? before + lead(value) + after : whole;
      if (before.includes("data-offline")) return before + relativeLink(file, "pagefind/index.html") + after;
      return before + lead(value) + after;
    })
    .replace(
      sources,
      (_, before: string, value: string, after: string) => before + leadAll(decode(value), lead) + after,
    )
    .replace(/(["'(=`])\/_astro\//g, (_, before: string) => `${before}${relativeLink(file, "_astro/index.html")}`)
    .replace(/<!--kept (\d+)-->/g, (_, place: string) => kept[Number(place)] ?? "");
  for (const [, path] of html.matchAll(/["'(=`](\/_astro\/[\w./-]+)/g)) if (path !== undefined) needs.add(path);
  return { text, needs: [...needs] };
}

const leadAll = (value: string, lead: (written: string) => string): string =>
  value
    .split(",")
    .map((source) => source.trim().split(/\s+/))
    .map(([address = "", ...size]) => [lead(address), ...size].join(" "))
    .join(", ");

function parse(written: string, page: URL): URL | undefined {
  try {
    return new URL(written, page);
  } catch {
    return undefined;
  }
}

const form = /<form\b([^>]*)>([\s\S]*?)<\/form>/g;

/** Forms without an address send to their own page, which no server answers: those of lists search, the others make room for a word on it. */
function listFilters(html: string, page: URL): string {
  const type = listedType(page.pathname);
  return html.replace(form, (whole, attributes: string, fields: string) => {
    const action = /\saction="([^"]*)"/.exec(attributes)?.[1];
    if (action !== undefined && isSearchPage(new URL(decode(action), page).pathname)) return whole;
    if (type === undefined || action !== undefined) return inPlaceOf(fields, html, page);
    return `<form${attributes} action="${searchPageOf(page.pathname)}"><input type="hidden" name="type" value="${type}">${fields}</form>`;
  });
}

/** Makes the addresses in a style sheet relative. */
export function rewriteStyle(css: string, address: string): Rewritten {
  const file = fileOf(new URL(address).pathname);
  const needs = new Set<string>();
  const text = css.replace(/url\((["']?)(\/[^)"']+)\1\)/g, (_, quote: string, path: string) => {
    needs.add(path);
    return `url(${quote}${relativeLink(file, fileOf(path))}${quote})`;
  });
  return { text, needs: [...needs] };
}

/** What a script imports of its own folder. */
export function scriptNeeds(script: string, address: string): string[] {
  const imports = [...script.matchAll(/["'`](\.\/[\w.-]+\.(?:js|css))["'`]/g)];
  return imports.map(([, path = ""]) => new URL(path, address).pathname);
}
