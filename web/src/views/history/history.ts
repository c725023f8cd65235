import { isVersionNumber, type Locale, type ResourceType, resourceTypes, type VersionNote } from "@essaim/content";
import type { Reading } from "../../content/reading.ts";
import { typeset } from "../../i18n/typography.ts";
import { historyPath, localizedPath, matchRoute, sectionOfType } from "../../routing/index.ts";
import type { PagePlaces } from "../page-head.ts";
import type { Resource } from "../resource-card.ts";
import { type DocumentRequest, readSheet, type Sheet } from "../sheet.ts";

/** What a page of a history knows when it is asked for. */
export interface HistoryRequest extends DocumentRequest {
  readonly locals: Reading;
  readonly url: URL;
}

/** A resource with all its versions, newest first. */
export interface History {
  readonly sheet: Sheet<ResourceType> & { readonly document: Resource };
  readonly versions: readonly VersionNote[];
  /** Address of the sheet itself, in the language of the page. */
  readonly sheetPath: string;
  readonly places: PagePlaces;
}

/** The resource type whose history an address belongs to. */
export function resourceTypeOf(path: string): ResourceType | undefined {
  const section = matchRoute(path)?.route.section;
  return resourceTypes.find((type) => sectionOfType[type] === section);
}

/** Reads the history that an address leads to, by default that of its versions; null when there is no such document: answer 404. */
export async function readHistory(request: HistoryRequest, pathBelow = historyPath): Promise<History | null> {
  const type = resourceTypeOf(request.url.pathname);
  const sheet = type && (await readSheet<ResourceType>(type, request));
  if (!sheet) return null;
  const document = sheet.document as Resource;
  const { items } = await request.locals.versions(document);
  return {
    sheet: { ...sheet, document },
    versions: typeset(items, sheet.lang),
    sheetPath: localizedPath(document.type, document.slug, request.locals.locale),
    places: placesBelow(sheet.places, pathBelow),
  };
}

/** The same further page in every language. */
function placesBelow({ canonical, alternates, switches }: PagePlaces, pathBelow: typeof historyPath): PagePlaces {
  const below = <A extends { readonly locale: Locale; readonly path: string }>(all: readonly A[]) =>
    all.map((each) => ({ ...each, path: pathBelow(each.path, each.locale) }));
  const own = alternates.find(({ path }) => path === canonical);
  return {
    canonical: own ? pathBelow(own.path, own.locale) : canonical,
    alternates: below(alternates),
    switches: below(switches),
  };
}

/** The two versions that an address names, `2-3`; undefined for anything else. */
export function readPair(text: string | undefined): readonly [from: number, to: number] | undefined {
  const [from, to, ...more] = (text ?? "").split("-");
  return isVersionNumber(from) && isVersionNumber(to) && more.length === 0 ? [Number(from), Number(to)] : undefined;
}

/** The pair that a reader chose in the form, older version first; undefined where nothing, or nothing sensible, was chosen. */
export function chosenPair(query: URLSearchParams): readonly [from: number, to: number] | undefined {
  const pair = readPair(`${query.get("de")}-${query.get("a")}`);
  return pair && [Math.min(...pair), Math.max(...pair)];
}
