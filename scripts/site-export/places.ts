import { posix } from "node:path";

/** Sections of an address, in each language, that lists of the site have; their filters lead to the search page in the offline edition. */
const listSections: Readonly<Record<string, string>> = {
  solutions: "solution",
  oplossingen: "solution",
  guides: "guide",
  gidsen: "guide",
  kits: "kit",
};
const searchSections: Readonly<Record<string, string>> = { fr: "recherche", en: "search", nl: "zoeken" };
const searchPage = /^\/(?:fr\/recherche|en\/search|nl\/zoeken)\/$/;
const listPage = /^\/(fr|en|nl)\/(solutions|oplossingen|guides|gidsen|kits)\/$/;

/** Whether an address is that of a search page. */
export const isSearchPage = (path: string): boolean => searchPage.test(path);

/** The search page of the language of an address. */
export const searchPageOf = (path: string): string => {
  const locale = path.split("/")[1] ?? "fr";
  return `/${locale}/${searchSections[locale] ?? "recherche"}/`;
};

/** The type of resource that a list page lists; undefined for any other page. */
export const listedType = (path: string): string | undefined => listSections[listPage.exec(path)?.[2] ?? ""];

/**
 * Where a link of a page leads in the offline edition: an address that is exported, and what is left to the search page in the reader’s browser.
 * A filtered list becomes a search; another choice in an address is a page of its own when a page without a choice leads to it, or one with a
 * choice of the same kind.
 */
export function destination(link: URL, from: URL): { readonly path: string; readonly query: string } {
  if (link.search === "") return { path: link.pathname, query: "" };
  if (isSearchPage(link.pathname)) return { path: link.pathname, query: link.search };
  const type = listedType(link.pathname);
  if (type !== undefined) {
    const query = new URLSearchParams(link.search);
    query.append("type", type);
    return { path: searchPageOf(link.pathname), query: `?${query}` };
  }
  const isSameKind = from.search === "" || keysOf(from) === keysOf(link);
  return { path: isSameKind ? link.pathname + link.search : link.pathname, query: "" };
}

const keysOf = (url: URL): string => [...new Set(url.searchParams.keys())].sort().join(" ");

/**
 * The file that holds what an address answers, by its path in the folder.
 * @example fileOf("/fr/reseau/?page=2") // "fr/reseau/page-2/index.html"
 */
export function fileOf(address: string): string {
  const url = new URL(address, "http://site");
  const path = decodeURIComponent(url.pathname).slice(1);
  if (url.search === "") return path === "" || path.endsWith("/") ? `${path}index.html` : path;
  const choice = [...url.searchParams].map(([name, value]) => `${name}-${value}`).join("_");
  return `${path}${choice.replace(/[^\p{L}\p{N}_-]+/gu, "-")}/index.html`;
}

/**
 * How a file links to another, so that both may stand in any folder of any host.
 * @example relativeLink("fr/index.html", "fr/kits/index.html") // "kits/"
 */
export function relativeLink(fromFile: string, toFile: string): string {
  const isFolder = posix.basename(toFile) === "index.html";
  const link = posix.relative(posix.dirname(fromFile), isFolder ? posix.dirname(toFile) : toFile);
  const written = link.split("/").map(encodeURIComponent).join("/");
  if (!isFolder) return written;
  return link === "" ? "./" : `${written}/`;
}
