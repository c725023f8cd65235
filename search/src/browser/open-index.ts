import type { Locale } from "@essaim/content";
import {
  entryFile,
  fileNames,
  type OfflineCatalogue,
  type OfflineDocument,
  type OfflineEntry,
  type OfflineLexicon,
} from "../offline/offline-edition.ts";
import { type DocumentVector, vectorOf } from "../ranking/document-vector.ts";
import { type Lexicon, lexiconOf } from "../ranking/lexicon.ts";
import { readStatistics } from "../ranking/read-statistics.ts";
import { OfflineDocuments } from "./offline-documents.ts";
import type { PagefindInstance, PagefindModule } from "./pagefind-module.ts";
import { Rows } from "./rows.ts";

/** An index that searches are made in. */
export interface OpenIndex {
  readonly lexicon: Lexicon;
  readonly rows: Rows;
  readonly pagefind: PagefindInstance;
  readonly documents: OfflineDocuments;
  /** The vector of a document, made once. */
  readonly vectorOf: (document: OfflineDocument) => DocumentVector;
}

/** Where an index stands, and how Pagefind’s code is loaded. */
export interface IndexAddress {
  /** Address of the folder of all languages, with a slash at the end. */
  readonly base: string;
  readonly loadModule: (address: string) => Promise<PagefindModule>;
}

/** Opens the index of a language; throws where there is none. */
export async function openIndex({ base, loadModule }: IndexAddress, locale: Locale): Promise<OpenIndex> {
  const home = `${base}${locale}/`;
  const entry: OfflineEntry = await read(`${home}${entryFile}`, "no-cache");
  const folder = `${home}${entry.folder}/`;
  const [lexicon, catalogue, pagefind] = await Promise.all([
    read<OfflineLexicon>(folder + fileNames.lexicon),
    read<OfflineCatalogue>(folder + fileNames.catalogue),
    startPagefind(loadModule, folder, entry.folder),
  ]);
  const statistics = readStatistics(lexicon.statistics);
  const vectors = new WeakMap<OfflineDocument, DocumentVector>();
  return {
    lexicon: lexiconOf(statistics, lexicon.synonyms),
    rows: new Rows(catalogue),
    pagefind,
    documents: new OfflineDocuments(folder),
    vectorOf: (document) => {
      const vector = vectors.get(document) ?? vectorOf(document, document.locale ?? locale, statistics.lengths);
      vectors.set(document, vector);
      return vector;
    },
  };
}

/** Reads one of our own files: they were written by the same edition as this code, so they are what their types say. */
async function read<T>(address: string, cache: "default" | "no-cache" = "default"): Promise<T> {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return JSON.parse(await response.text());
}

async function startPagefind(
  loadModule: IndexAddress["loadModule"],
  folder: string,
  tag: string,
): Promise<PagefindInstance> {
  const module = await loadModule(`${folder}pagefind.js`);
  const instance = module.createInstance({ basePath: folder, metaCacheTag: tag, language: "unknown" });
  await instance.init();
  return instance;
}
