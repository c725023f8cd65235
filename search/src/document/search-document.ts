import type { Locale } from "@essaim/content";
import type { RankedTexts } from "../ranking/ranked-texts.ts";

/** Types whose documents readers find, each with a page of its own. */
export const searchableTypes = ["solution", "guide", "kit", "centre"] as const;
/** A type whose documents readers find. */
export type SearchableType = (typeof searchableTypes)[number];

/** Whether documents of a type are found by search. */
export const isSearchable = (type: string): type is SearchableType => searchableTypes.some((name) => name === type);

/** One document in one language, as the index of that language keeps it. */
export interface SearchDocument extends RankedTexts {
  /** `TYPE_DOCUMENTID`: unique in an index. */
  readonly id: string;
  readonly type: SearchableType;
  readonly documentId: string;
  readonly uid: string;
  readonly slug: string;
  /** Language of the texts. */
  readonly locale: Locale;
  readonly title: string;
  readonly summary: string;
  /** Titles inside: steps, phases, moments of an agenda, results. */
  readonly headings: string;
  /** Names of its themes, audiences, tools, centres and people. */
  readonly names: string;
  /** All the rest that is written in it. */
  readonly text: string;
  readonly theme: readonly string[];
  readonly audience: readonly string[];
  readonly centre: readonly string[];
  readonly tool: readonly string[];
  readonly maturity: string | null;
  readonly licence: string | null;
  /** Territories of the centres that it comes from. */
  readonly territory: readonly string[];
  /** The choices of each ceiling under which it falls; see `ceilings`. */
  readonly preparation: readonly string[];
  readonly cost: readonly string[];
  /** The sizes of groups that it suits; see `groupSizes`. */
  readonly groupSize: readonly string[];
  readonly isExample: boolean;
  /** Names and towns of the centres that it comes from, as readers see them; the town of a centre. */
  readonly by: string;
  /** Whether it was made from another one. */
  readonly isAdaptation: boolean;
  /** Centres that have taken it up and go on, as the CMS counts them. */
  readonly adoptions: number;
  /** Territories of these centres. */
  readonly adoptedIn: readonly string[];
  /** Each stem once: what documents are found by. */
  readonly keys: readonly string[];
  /** Those of the title. */
  readonly titleKeys: readonly string[];
  readonly version: number;
  /** Hash of all the other fields: equal ones need no writing. */
  readonly fingerprint: string;
  /** Id and fingerprint, a space between: the engine counts values of facets a hundred times as fast as it gives out documents. */
  readonly state: string;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
  /** Milliseconds since 1970. */
  readonly publishedAt: number;
  /** Keys of all that it shows or refers to, and of the centres that took it up: a change of one of them projects it again. */
  readonly mentions: readonly string[];
}

/** Identity of a search document. @example searchIdOf("kit", "abc") // "kit_abc" */
export const searchIdOf = (type: SearchableType, documentId: string): string => `${type}_${documentId}`;
