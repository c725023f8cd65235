import { defaultLocale, type Locale, localeSchema } from "@essaim/content";
import { type PagedType, parts, type Section, sectionOfType, sections } from "./sections.ts";

/** Address of the home page in a language. @example homePath("fr") // "/fr/" */
export const homePath = (locale: Locale): string => `/${locale}/`;

/** Address of a section in a language. @example sectionPath("search", "nl") // "/nl/zoeken/" */
export const sectionPath = (section: Section, locale: Locale): string => `/${locale}/${sections[section][locale]}/`;

/** Address of a document's page. @example localizedPath("solution", "x", "nl") // "/nl/oplossingen/x/" */
export const localizedPath = (type: PagedType, slug: string, locale: Locale): string =>
  `${sectionPath(sectionOfType[type], locale)}${slug}/`;

/** The language of an address: its first segment, else the default language. */
export function localeOf(path: string): Locale {
  const parsed = localeSchema.safeParse(path.split("/", 2)[1]);
  return parsed.success ? parsed.data : defaultLocale;
}

/** An address of the same page in one language. */
export interface Alternate {
  readonly locale: Locale;
  readonly path: string;
}

/** Addresses of a document in every language in which it is published. */
export const alternatesOf = (
  type: PagedType,
  published: readonly { readonly locale: Locale; readonly slug: string }[],
): Alternate[] => published.map(({ locale, slug }) => ({ locale, path: localizedPath(type, slug, locale) }));

/** Address of a document’s history. @example historyPath("/fr/kits/x/", "fr") // "/fr/kits/x/historique/" */
export const historyPath = (path: string, locale: Locale): string => `${path}${parts.history[locale]}/`;

/** Address of how an adaptation differs from its parent. @example parentPath("/fr/kits/x/", "fr") // "/fr/kits/x/origine/" */
export const parentPath = (path: string, locale: Locale): string => `${path}${parts.parent[locale]}/`;

/** Address of what changed between two versions. @example differencePath("/fr/kits/x/", "fr", 2, 3) // "/fr/kits/x/historique/2-3/" */
export const differencePath = (path: string, locale: Locale, from: number, to: number): string =>
  `${historyPath(path, locale)}${from}-${to}/`;

/** Names of a document’s history for programs, below the address of its page. */
export const historyFiles = { versions: "versions.json", diff: "diff.json" } as const;

/** Media type of each machine twin of a document’s page, by the ending of its address. */
export const twinTypes = { json: "application/json", md: "text/markdown" } as const;

/** Address of a page’s machine twin. @example twinPath("/fr/kits/x/", "md") // "/fr/kits/x.md" */
export const twinPath = (path: string, ending: string): string => `${path.replace(/\/$/, "")}.${ending}`;

/** What stands in place of the last slash of a page’s address in that of the picture for shared links. */
export const pictureEnding = ".png";

/** Address of the picture that goes with links to a page. @example picturePath("/fr/kits/x/") // "/fr/kits/x.png" */
export const picturePath = (path: string): string => path.replace(/\/$/, "") + pictureEnding;

/** Address of a language’s news feed. */
export const feedPath = (locale: Locale): string => `/${locale}/rss.xml`;

/** Address of one page of a long list. @example pagePath("/fr/outils/", 2) // "/fr/outils/?page=2" */
export const pagePath = (path: string, page: number): string => (page > 1 ? `${path}?page=${page}` : path);
