import { createHash } from "node:crypto";
import type { Locale } from "@essaim/content";
import type { Settings } from "meilisearch";
import { stopWords } from "./analysis/stop-words.ts";
import type { SearchDocument } from "./document/search-document.ts";

/** Language names of the engine (ISO 639-3). */
export const engineLocales = { fr: "fra", en: "eng", nl: "nld" } as const satisfies Record<Locale, string>;

/** What a field serves for: words to find (in order of weight), equality, ranges, order. */
type Role = "words" | "equality" | "range" | "order" | "kept";

/** Every field of a search document; the order of the `words` is their weight, heaviest first. */
const roles = {
  id: ["kept"],
  type: ["equality"],
  documentId: ["equality"],
  uid: ["kept"],
  slug: ["kept"],
  locale: ["kept"],
  title: ["words"],
  summary: ["words"],
  headings: ["words"],
  names: ["words"],
  text: ["words"],
  theme: ["equality"],
  audience: ["equality"],
  centre: ["equality"],
  tool: ["equality"],
  maturity: ["equality"],
  licence: ["equality"],
  territory: ["equality"],
  preparationDays: ["range"],
  costMin: ["range"],
  costMax: ["range"],
  groupSizeMin: ["range"],
  groupSizeMax: ["range"],
  isExample: ["equality"],
  version: ["kept"],
  fingerprint: ["kept"],
  updatedAt: ["range", "order"],
  publishedAt: ["range", "order"],
  mentions: ["equality"],
} as const satisfies Record<keyof SearchDocument, readonly Role[]>;

const fieldsFor = (role: Role): string[] =>
  Object.entries<readonly Role[]>(roles)
    .filter(([, served]) => served.includes(role))
    .map(([name]) => name);

const filterable = (role: Role, comparison: boolean) => ({
  attributePatterns: fieldsFor(role),
  features: { facetSearch: false, filter: { equality: true, comparison } },
});

/** Settings of the index of a language. */
export const settingsOf = (locale: Locale): Settings => ({
  searchableAttributes: fieldsFor("words"),
  filterableAttributes: [filterable("equality", false), filterable("range", true)],
  sortableAttributes: fieldsFor("order"),
  // A sort asked for comes before relevance; without one this rule does nothing.
  rankingRules: ["sort", "words", "typo", "proximity", "attribute", "exactness"],
  stopWords: [...stopWords[locale]],
  localizedAttributes: [{ attributePatterns: ["*"], locales: [engineLocales[locale]] }],
  typoTolerance: { minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 }, disableOnNumbers: true },
  // Pairs of words by distance cost most of the time between a publication and its being found.
  proximityPrecision: "byAttribute",
  facetSearch: false,
  faceting: { maxValuesPerFacet: 300, sortFacetValuesBy: { "*": "count" } },
  pagination: { maxTotalHits },
  searchCutoffMs: 150,
});

/** Documents that can be paged through, the last page included. */
export const maxTotalHits = 10_000;

/** Names a set of settings together with the code of the projection: with another one, the indexes are built anew. */
export const editionOf = (settings: readonly Settings[], projection: string): string =>
  createHash("sha256")
    .update(JSON.stringify([settings, projection]))
    .digest("hex")
    .slice(0, 16);
