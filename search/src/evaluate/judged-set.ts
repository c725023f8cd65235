import type { Locale } from "@essaim/content";
import type { SearchDocument } from "../document/search-document.ts";

/** One query of a set, with what answers it among the documents of its language. */
export interface Judgement {
  readonly id: string;
  /** What is wanted: figures are averaged over its phrasings first. */
  readonly need: string;
  readonly query: string;
  /** Grades by document id; anything else is 0. */
  readonly grades: ReadonlyMap<string, number>;
  /** Slips of the pen are tried on queries that have none already. */
  readonly isClean: boolean;
}

/** Documents of one language and queries whose answers are known. */
export interface JudgedSet {
  readonly name: string;
  /** Half of the set: methods are tuned on one, figures come from the other. */
  readonly part: "tune" | "report";
  readonly locale: Locale;
  readonly documents: readonly SearchDocument[];
  readonly judgements: readonly Judgement[];
  /** Grade from which a document counts as an answer. */
  readonly goodGrade: number;
  /** Queries left out, since no document of this language answers them. */
  readonly unanswerable: number;
}
