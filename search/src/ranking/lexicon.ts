import { LexicalNeighbours } from "./neighbours.ts";
import { queryTerms } from "./query-terms.ts";
import { prepare, type RankedQuery } from "./score.ts";
import type { Statistics } from "./statistics.ts";
import { Synonyms } from "./synonyms.ts";

/** What ranking knows of a language: how often its documents use which words, and which words mean the same. */
export interface Lexicon {
  readonly statistics: Statistics;
  readonly neighbours: LexicalNeighbours;
  readonly synonyms: Synonyms;
}

/** Makes a lexicon; `synonymLines` are lines as `Synonyms` reads them. */
export const lexiconOf = (statistics: Statistics, synonymLines: readonly string[]): Lexicon => ({
  statistics,
  neighbours: new LexicalNeighbours(statistics),
  synonyms: new Synonyms(synonymLines, statistics.locale),
});

/** Makes a query ready for `score`. */
export const rankedQuery = (query: string, lexicon: Lexicon): RankedQuery =>
  prepare(queryTerms(query, lexicon), lexicon.statistics.documents);
