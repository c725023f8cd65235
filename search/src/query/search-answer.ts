import { type Locale, localeSchema } from "@essaim/content";
import { z } from "zod";
import { type SearchableType, searchableTypes } from "../document/search-document.ts";
import type { Facet, FacetCounts } from "./facets.ts";
import { bestExcerpt, hitLines, htmlOf, type Segment, segmentsOf } from "./highlight.ts";

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
  readonly maturity: string | null;
}

/** What a search found. */
export interface SearchAnswer {
  readonly engine: "meilisearch";
  readonly total: number;
  readonly tookMs: number;
  readonly hits: readonly Hit[];
  readonly facets: Readonly<Record<Facet, FacetCounts>>;
}

/** Fields of a document that a hit is made of. */
export const retrieved = [
  "type",
  "documentId",
  "uid",
  "slug",
  "locale",
  "title",
  "summary",
  "isExample",
  "maturity",
] as const;

/** Words of the passage shown from a long text. */
export const excerptWords = 32;

const hitSchema = z.object({
  type: z.enum(searchableTypes),
  documentId: z.string(),
  uid: z.string(),
  slug: z.string(),
  locale: localeSchema,
  title: z.string(),
  summary: z.string(),
  isExample: z.boolean(),
  maturity: z.string().nullable(),
  _formatted: z.object({
    title: z.string(),
    summary: z.string(),
    headings: z.string(),
    names: z.string(),
    text: z.string(),
  }),
});

/** One answer of the engine. */
export const engineAnswerSchema = z.object({
  hits: z.array(hitSchema),
  estimatedTotalHits: z.int().min(0),
  facetDistribution: z.record(z.string(), z.record(z.string(), z.int())).optional(),
});

/** Makes a hit of what the engine found. */
export function toHit(found: z.infer<typeof hitSchema>, urlOf: (hit: HitIdentity) => string): Hit {
  const { _formatted: marked, ...document } = found;
  const passages = [marked.summary, marked.text, hitLines(marked.headings), hitLines(marked.names)].map(segmentsOf);
  const highlights = bestExcerpt(passages);
  return {
    ...document,
    url: urlOf(document),
    highlight: htmlOf(highlights),
    highlights,
    titleHighlights: segmentsOf(marked.title),
  };
}
