import type { Locale } from "@essaim/content";
import { endsInWord, queryWords } from "../analysis/content-words.ts";
import { stemOf } from "../analysis/stems.ts";
import { foldAccents } from "../analysis/words.ts";
import { keyOf } from "./key.ts";
import { type LexicalNeighbours, oneEditAway } from "./neighbours.ts";
import { weights } from "./ranked-texts.ts";
import type { Statistics } from "./statistics.ts";
import type { Synonyms } from "./synonyms.ts";

/** A word or phrase that counts as a word of the query, in part. */
export interface Alternative {
  /** Stems, one after the other. */
  readonly stems: readonly string[];
  /** From 0 to 1. */
  readonly weight: number;
  readonly keys: readonly number[];
}

/** A word of a query with all that is taken for it. */
export interface QueryTerm {
  /** As it was typed, in lower case. */
  readonly word: string;
  readonly stem: string;
  /** What documents must hold to count; the word’s own stem comes first, unless it was taken for a slip of the pen. */
  readonly alternatives: readonly Alternative[];
  readonly rarity: number;
  readonly exact: { readonly key: number; readonly rarity: number };
  /** The word that was understood instead, when no document has what was typed. */
  readonly correction: string | undefined;
}

/** What ranking knows of a language: statistics, and its thesaurus. */
export interface Lexicon {
  readonly statistics: Statistics;
  readonly neighbours: LexicalNeighbours;
  readonly synonyms: Synonyms;
}

/** Further words of a query add time, not sense. */
const mostTerms = 12;
const leastLetters = { correction: 4, completion: 3 } as const;
const [mostCorrections, mostCompletions] = [3, 12];

/** The words of a query with their families, synonyms, corrections and completions, in the order of the query. */
export function queryTerms(query: string, locale: Locale, lexicon: Lexicon): QueryTerm[] {
  const words = [...new Set(queryWords(query, locale))].slice(0, mostTerms);
  const open = endsInWord(query);
  const stems = words.map((word) => stemIn(word, locale, lexicon.statistics));
  return words.map((word, position) => {
    const stem = stems[position] ?? "";
    const isOpen = open && position === words.length - 1;
    const ofPhrases = lexicon.synonyms.ofPhraseAt(stems, position);
    return termOf({ word, stem, isOpen, ofPhrases }, lexicon);
  });
}

/** The stem under which documents have a word, though it were typed without its accents. */
function stemIn(word: string, locale: Locale, { words, stems }: Statistics): string {
  const own = stemOf(word, locale);
  const folded = foldAccents(word);
  if (folded !== word && stems.has(own)) return own;
  return words.get(folded)?.stem ?? own;
}

interface Asked {
  readonly word: string;
  readonly stem: string;
  readonly isOpen: boolean;
  readonly ofPhrases: readonly (readonly string[])[];
}

function termOf({ word, stem, isOpen, ofPhrases }: Asked, lexicon: Lexicon): QueryTerm {
  const { statistics, neighbours, synonyms } = lexicon;
  const { documents, words, stems } = statistics;
  const folded = foldAccents(word);
  const weightOf = new Map<string, { stems: readonly string[]; weight: number }>();
  const take = (phrase: readonly string[], weight: number) => {
    const name = phrase.join(" ");
    const known = weightOf.get(name);
    if (known === undefined || known.weight < weight) weightOf.set(name, { stems: phrase, weight });
  };
  take([stem], 1);
  const isKnown = words.has(folded) || stems.has(stem);
  const corrected =
    isKnown || folded.length < leastLetters.correction ? [] : oneEditAway(folded, words).slice(0, mostCorrections);
  for (const { stem: other } of corrected) take([other], weights.correction);
  if (isOpen && folded.length >= leastLetters.completion)
    for (const { stem: other } of neighbours.completions(folded, mostCompletions))
      take([other], isKnown ? weights.completionOfWord : weights.completion);
  for (const { stem: other, likeness } of neighbours.family(stem)) take([other], weights.kin * likeness);
  for (const phrase of [...synonyms.of(stem), ...ofPhrases]) take(phrase, weights.synonym);
  const alternatives = [...weightOf.values()].map((each) => ({ ...each, keys: each.stems.map(keyOf) }));
  return {
    word,
    stem,
    alternatives,
    rarity: rarityOf(documents, holders(stem, alternatives, statistics)),
    exact: { key: keyOf(folded), rarity: rarityOf(documents, words.get(folded)?.documents ?? 0) },
    correction: corrected[0]?.word,
  };
}

/** Documents that hold a word, those with another word of its family counted in part; alternatives share one rarity. */
function holders(stem: string, alternatives: readonly Alternative[], { stems, documents }: Statistics): number {
  const countOf = (phrase: readonly string[]) => Math.min(...phrase.map((each) => stems.get(each) ?? 0));
  const own = stems.get(stem) ?? 0;
  const all = alternatives.reduce((sum, { stems: phrase }) => sum + countOf(phrase), 0);
  if (own === 0) return Math.min(documents, Math.max(0, ...alternatives.map(({ stems: phrase }) => countOf(phrase))));
  return Math.min(documents, own + weights.kinRarity * (all - own));
}

/** Inverse document frequency as in BM25. */
export const rarityOf = (documents: number, holding: number): number =>
  Math.log(1 + (documents - holding + 0.5) / (holding + 0.5));
