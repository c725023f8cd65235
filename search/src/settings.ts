import { createHash } from "node:crypto";
import type { Locale } from "@essaim/content";
import type { Settings } from "meilisearch";
import type { SearchDocument } from "./document/search-document.ts";

/** Language names of the engine (ISO 639-3). */
export const engineLocales = { fr: "fra", en: "eng", nl: "nld" } as const satisfies Record<Locale, string>;

/** What a field serves for. */
type Role = "equality" | "order" | "kept";

/** Every field of a search document. */
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
  by: ["kept"],
  isAdaptation: ["kept"],
  adoptions: ["order"],
  adoptedIn: ["equality"],
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

/** What the engine need not do where it searches no text by itself: an index of words costs most of the time that a publication takes. */
const withoutWords = {
  searchableAttributes: ["id"],
  prefixSearch: "disabled",
  facetSearch: false,
  proximityPrecision: "byAttribute",
  typoTolerance: { enabled: false },
} as const satisfies Settings;

/** Settings of the index of a language: the engine finds documents by filters on their stems, the query client ranks them. */
export const settingsOf = (locale: Locale): Settings => ({
  ...withoutWords,
  filterableAttributes: [
    {
      attributePatterns: fieldsFor("equality"),
      features: { facetSearch: false, filter: { equality: true, comparison: false } },
    },
  ],
  sortableAttributes: fieldsFor("order"),
  rankingRules: ["sort"],
  localizedAttributes: [{ attributePatterns: ["*"], locales: [engineLocales[locale]] }],
  // As many as documents: their states are counted to name those that answer.
  faceting: { maxValuesPerFacet: maxTotalHits, sortFacetValuesBy: { "*": "count", state: "alpha" } },
  pagination: { maxTotalHits },
  searchCutoffMs: 150,
});

/** Settings of the index that holds the cursor and the lexicons: nothing of it is searched. */
export const stateSettings: Settings = withoutWords;

/** Names a set of settings together with the code of the projection: with another one, the indexes are built anew. */
export const editionOf = (settings: readonly Settings[], projection: string): string =>
  createHash("sha256")
    .update(JSON.stringify([settings, projection]))
    .digest("hex")
    .slice(0, 16);
