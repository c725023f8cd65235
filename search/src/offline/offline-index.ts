import { createHash } from "node:crypto";
import type { Locale } from "@essaim/content";
import { contentStems } from "../analysis/content-stems.ts";
import { thesaurus } from "../analysis/thesaurus/index.ts";
import type { SearchDocument } from "../document/search-document.ts";
import { everyFacet, type Facet } from "../query/facet-names.ts";
import { rankedFields } from "../ranking/ranked-texts.ts";
import type { Statistics } from "../ranking/statistics.ts";
import { fileNames, type OfflineCatalogue, type OfflineDocument, writeRows } from "./offline-edition.ts";
import { offlineLexicon } from "./offline-lexicon.ts";
import { pagefindFiles } from "./pagefind-files.ts";

/** What an index without a server is made of: the documents of one language, and what ranking knows of them. */
export interface OfflineSource {
  readonly locale: Locale;
  readonly documents: readonly SearchDocument[];
  readonly statistics: Statistics;
  /** Lines that editors added to the thesaurus. */
  readonly synonyms: readonly string[];
}

/** The files of an index, and the name of their folder: a hash of what they hold. */
export interface OfflineIndex {
  readonly folder: string;
  readonly documents: number;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Makes the index of a language; the same documents always give the same folder name. */
export async function offlineIndex({ locale, documents, statistics, synonyms }: OfflineSource): Promise<OfflineIndex> {
  const rows = documents.toSorted((a, b) => b.publishedAt - a.publishedAt || (a.id < b.id ? -1 : 1));
  const { files, pageOf } = await pagefindFiles(rows.map(recordOf));
  const lexicon = offlineLexicon(statistics, [...thesaurus[locale], ...synonyms]);
  const all = new Map(files);
  all.set(fileNames.catalogue, json(catalogueOf(rows, pageOf)));
  all.set(fileNames.lexicon, json(lexicon));
  return { folder: nameOf(all), documents: rows.length, files: all };
}

const json = (value: object): Uint8Array => Buffer.from(JSON.stringify(value));

const stateOf = ({ id, fingerprint }: SearchDocument): string => `${id}-${fingerprint}`;

const recordOf = (document: SearchDocument) => ({
  id: stateOf(document),
  title: contentStems(document.title, document.locale).join(" "),
  content: countedStems(document),
  shown: shownOf(document),
});

/** Pagefind keeps every place of every stem, of which only the number counts here: in the order of the alphabet they pack best. */
const countedStems = (document: SearchDocument): string =>
  rankedFields
    .flatMap((field) => contentStems(document[field], document.locale))
    .sort()
    .join(" ");

function shownOf(document: SearchDocument): OfflineDocument {
  const { type, documentId, uid, slug, locale, isExample, by, isAdaptation, maturity } = document;
  const { title, summary, headings, names, text } = document;
  return {
    ...{ type, documentId, uid, slug, locale, isExample, by, isAdaptation, maturity },
    ...{ title, summary, headings, names, text },
  };
}

function catalogueOf(rows: readonly SearchDocument[], pageOf: ReadonlyMap<string, string>): OfflineCatalogue {
  const adopted = rows.flatMap(({ adoptions }, row) => (adoptions > 0 ? [{ row, adoptions }] : []));
  return {
    pages: rows.map((document) => pageOf.get(stateOf(document)) ?? ""),
    adopted: adopted.sort((a, b) => b.adoptions - a.adoptions || a.row - b.row).map(({ row }) => row),
    facets: everyFacet((facet) => rowsByValue(rows, facet)),
  };
}

function rowsByValue(rows: readonly SearchDocument[], facet: Facet): Record<string, string> {
  const byValue = new Map<string, number[]>();
  for (const [row, document] of rows.entries())
    for (const value of [document[facet] ?? []].flat()) {
      const holding = byValue.get(value);
      if (holding === undefined) byValue.set(value, [row]);
      else holding.push(row);
    }
  return Object.fromEntries(
    [...byValue].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, at]) => [value, writeRows(at)]),
  );
}

function nameOf(files: ReadonlyMap<string, Uint8Array>): string {
  const hash = createHash("sha256");
  for (const [path, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${path} ${content.length}\n`).update(content);
  return hash.digest("hex").slice(0, 16);
}
