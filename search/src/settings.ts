import { createHash } from "node:crypto";
import type { Locale } from "@essaim/content";
import type { Settings } from "meilisearch";
import type { SearchDocument } from "./document/search-document.ts";
import { rankedFields } from "./ranking/ranked-texts.ts";

/** Language names of the engine (ISO 639-3). */
export const engineLocales = { fr: "fra", en: "eng", nl: "nld" } as const satisfies Record<Locale, string>;

/** What a field serves for: stems to find (in order of weight), equality, order. */
type Role = "stems" | "equality" | "order" | "kept";

/** Every field of a search document; the order of the `stems` is their weight, heaviest first. */
const roles = {
  id: ["equality"],
  type: ["equality"],
  documentId: ["equality"],
  uid: ["kept"],
  slug: ["kept"],
  locale: ["kept"],
  title: ["kept"],
  summary: ["kept"],
  headings: ["kept"],
  names: ["kept"],
  text: ["kept"],
  theme: ["equality"],
  audience: ["equality"],
  centre: ["equality"],
  tool: ["equality"],
  maturity: ["equality"],
  licence: ["equality"],
  territory: ["equality"],
  preparation: ["equality"],
  cost: ["equality"],
  groupSize: ["equality"],
  isExample: ["equality"],
  adoptions: ["order"],
  stems: ["stems"],
  keys: ["equality"],
  titleKeys: ["equality"],
  version: ["kept"],
  fingerprint: ["kept"],
  state: ["equality"],
  updatedAt: ["kept"],
  publishedAt: ["order"],
  mentions: ["equality"],
} as const satisfies Record<keyof SearchDocument, readonly Role[]>;

const fieldsFor = (role: Role): string[] =>
  Object.entries<readonly Role[]>(roles)
    .filter(([, served]) => served.includes(role))
    .map(([name]) => name);

/** Documents that can be paged through, the last page included. */
export const maxTotalHits = 10_000;

/** Settings of the index of a language: the engine finds candidates by stems that come ready made, the query client ranks them. */
export const settingsOf = (locale: Locale): Settings => ({
  searchableAttributes: rankedFields.map((field) => `stems.${field}`),
  filterableAttributes: [
    {
      attributePatterns: fieldsFor("equality"),
      features: { facetSearch: false, filter: { equality: true, comparison: false } },
    },
  ],
  sortableAttributes: fieldsFor("order"),
  // Of one stem: documents that hold it, those in whose heavier fields it stands first; a longer word that only begins so comes after.
  rankingRules: ["sort", "words", "exactness", "attribute"],
  stopWords: [],
  localizedAttributes: [{ attributePatterns: ["*"], locales: [engineLocales[locale]] }],
  // The query client corrects words before they are stemmed.
  typoTolerance: { enabled: false },
  // Pairs of words by distance cost most of the time between a publication and its being found.
  proximityPrecision: "byAttribute",
  facetSearch: false,
  // As many as documents: their states are counted to name those that answer.
  faceting: { maxValuesPerFacet: maxTotalHits, sortFacetValuesBy: { "*": "count", state: "alpha" } },
  pagination: { maxTotalHits },
  searchCutoffMs: 150,
});

/**
 * Settings of the index that holds the cursor and the lexicons: nothing of it is searched. With the engine's own, writing a lexicon takes
 * seconds, during which no publication is written.
 */
export const stateSettings: Settings = {
  searchableAttributes: ["id"],
  prefixSearch: "disabled",
  facetSearch: false,
  proximityPrecision: "byAttribute",
};

/** Names a set of settings together with the code of the projection: with another one, the indexes are built anew. */
export const editionOf = (settings: readonly Settings[], projection: string): string =>
  createHash("sha256")
    .update(JSON.stringify([settings, projection]))
    .digest("hex")
    .slice(0, 16);
