import type { Locale } from "@essaim/content";
import type { SearchableType } from "../document/search-document.ts";
import { type DocumentVector, wordsOfField } from "../ranking/document-vector.ts";
import type { QueryTerm } from "../ranking/query-terms.ts";
import type { RankedTexts } from "../ranking/ranked-texts.ts";
import { type Marker, marked, type Passage, passageOf, weigh } from "./excerpt.ts";
import type { Facet, FacetCounts } from "./facet-names.ts";
import { htmlOf, type Segment } from "./highlight.ts";

/** What identifies a hit, for its address. */
export interface HitIdentity {
  readonly type: SearchableType;
  readonly documentId: string;
  readonly uid: string;
  readonly slug: string;
  readonly locale: Locale;
}

/** A document found. */
export interface Hit extends HitIdentity {
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  /** HTML of the passage that answers best: text and `<mark>`, nothing else. */
  readonly highlight: string;
  /** The same passage, for pages that write their own marks. */
  readonly highlights: readonly Segment[];
  /** The title, with its hits. */
  readonly titleHighlights: readonly Segment[];
  /** Invented for the demonstration. */
  readonly isExample: boolean;
  /** Names and towns of the centres that it comes from. */
  readonly by: string;
  readonly isAdaptation: boolean;
  readonly maturity: string | null;
}

/** Engines that answer searches. */
export type EngineName = "meilisearch" | "pagefind";

/** What a search found. */
export interface SearchAnswer {
  readonly engine: EngineName;
  readonly total: number;
  readonly tookMs: number;
  readonly hits: readonly Hit[];
  readonly facets: Readonly<Record<Facet, FacetCounts>>;
  /** The query with the words that were understood in place of those that no document has; null when all were known. */
  readonly suggestion: string | null;
  /** No document has enough of the words: these have some of them, or words near them. */
  readonly isLoose: boolean;
}

/** What a hit is made of. */
export interface FoundDocument extends HitIdentity, RankedTexts {
  readonly isExample: boolean;
  readonly by: string;
  readonly isAdaptation: boolean;
  readonly maturity: string | null;
}

/** Content words of the passage shown from a long text. */
const excerptWords = 18;
/** Terms of a query of several that a passage must hold to be shown in place of the summary: one alone says too little. */
const leastTerms = 2;

/** What hits are made with. */
export interface HitTools {
  /** Of the query; made once for all its hits. */
  readonly marker: Marker;
  readonly urlOf: (hit: HitIdentity) => string;
}

/** Makes a hit of a document: its texts as they are written, with the words of the query marked; without its vector, no passage is looked for. */
export function toHit(found: FoundDocument, vector: DocumentVector | undefined, { marker, urlOf }: HitTools): Hit {
  const { type, documentId, uid, slug, locale, title, summary, isExample, by, isAdaptation, maturity } = found;
  const highlights = passageIn(found, vector, marker)?.segments ?? marked(summary, marker);
  return {
    ...{ type, documentId, uid, slug, locale, title, summary, isExample, by, isAdaptation, maturity },
    url: urlOf({ type, documentId, uid, slug, locale }),
    highlight: htmlOf(highlights),
    highlights,
    titleHighlights: marked(title, marker),
  };
}

/** The sentences of the text that say more of the query than the summary does, which was written to tell what the document is about. */
function passageIn(
  { summary, text }: RankedTexts,
  vector: DocumentVector | undefined,
  marker: Marker,
): Passage | undefined {
  const passage = vector && passageOf(text, wordsOfField(vector, "text"), marker, excerptWords);
  if (!vector || !passage || (marker.terms > 1 && passage.terms < leastTerms)) return undefined;
  return summary === "" || passage.weight > weigh(wordsOfField(vector, "summary"), marker).weight ? passage : undefined;
}

/** Whether what no document has says at least half of a query: what is found then answers something else. */
export function isMostlyUnknown(terms: readonly QueryTerm[]): boolean {
  const sum = (some: readonly QueryTerm[]) => some.reduce((all, { rarity }) => all + rarity, 0);
  const unknown = sum(terms.filter(({ isKnown }) => !isKnown));
  return unknown > 0 && unknown >= sum(terms) / 2;
}

/** The query as it was understood; null when every word was known, or when one is neither known nor understood. */
export function suggestionOf(query: string, terms: readonly QueryTerm[]): string | null {
  const corrected = terms.filter(({ correction }) => correction !== undefined);
  if (corrected.length === 0 || terms.some(({ isKnown }) => !isKnown)) return null;
  return corrected.reduce((text, { word, correction }) => replaceWord(text, word, correction ?? word), query.trim());
}

const replaceWord = (text: string, word: string, other: string): string =>
  text
    .split(/([\p{L}\p{N}\p{M}]+)/u)
    .map((piece) => (piece.toLowerCase() === word ? other : piece))
    .join("");
