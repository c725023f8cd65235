import type { Locale } from "@essaim/content";
import { endsInWord, queryWords } from "../analysis/content-words.ts";
import { keyOf } from "../analysis/lexemes.ts";
import { stemOf } from "../analysis/stems.ts";
import { foldAccents } from "../analysis/words.ts";
import type { Lexicon } from "./lexicon.ts";
import { oneEditAway } from "./neighbours.ts";
import { weights } from "./ranked-texts.ts";
import { rarityOf } from "./rarity.ts";
import type { Statistics } from "./statistics.ts";

/** A word or phrase that counts as a word of the query, in part. */
export interface Alternative {
  /** Stems, one after the other. */
  readonly stems: readonly string[];
  /** From 0 to 1. */
  readonly weight: number;
  /** Whether a document with it is shown as one that has the word; distant kin only helps the order. */
  readonly isClose: boolean;
  readonly keys: readonly number[];
}

/** A word of a query with all that is taken for it. */
export interface QueryTerm {
  /** As it was typed, in lower case. */
  readonly word: string;
  readonly stem: string;
  /** Of the stem that is looked for beside its neighbours: the word’s own, or that of what was understood. */
  readonly key: number;
  /** What documents must hold to count; the word’s own stem comes first, unless it was taken for a slip of the pen. */
  readonly alternatives: readonly Alternative[];
  readonly rarity: number;
  /** The very word, or the one that was understood, whose rarity then counts in part. */
  readonly exact: { readonly key: number; readonly rarity: number };
  /** Whether some document has it, in whatever form. */
  readonly isKnown: boolean;
  /** The word that was understood instead, when no document has what was typed. */
  readonly correction: string | undefined;
}

/** Further words of a query add time, not sense. */
const mostTerms = 12;
const leastLetters = { correction: 4, completion: 3 } as const;
const [mostCorrections, mostCompletions] = [3, 12];
/** Likeness from which a word of the family is shown as the word: jardin, jardinage; not carte, carton. */
const closeLikeness = 0.75;

/** The words of a query with their families, synonyms, corrections and completions, in the order of the query. */
export function queryTerms(query: string, lexicon: Lexicon): QueryTerm[] {
  const { locale } = lexicon.statistics;
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
  const taken = new Map<string, Omit<Alternative, "keys">>();
  const take = (phrase: readonly string[], weight: number, isClose = true) => {
    const name = phrase.join(" ");
    const known = taken.get(name);
    if (known === undefined || known.weight < weight)
      taken.set(name, { stems: phrase, weight, isClose: isClose || known?.isClose === true });
  };
  take([stem], 1);
  const isKnown = words.has(folded) || stems.has(stem);
  const corrected =
    isKnown || folded.length < leastLetters.correction ? [] : oneEditAway(folded, words).slice(0, mostCorrections);
  for (const { stem: other } of corrected) take([other], weights.correction);
  const completions =
    isOpen && folded.length >= leastLetters.completion ? neighbours.completions(folded, mostCompletions) : [];
  for (const { stem: other } of completions) take([other], isKnown ? weights.completionOfWord : weights.completion);
  for (const { stem: other, likeness } of neighbours.family(stem))
    take([other], weights.kin * likeness, likeness >= closeLikeness);
  for (const phrase of [...synonyms.of(stem), ...ofPhrases]) take(phrase, weights.synonym);
  const alternatives = [...taken.values()].map((each) => ({ ...each, keys: each.stems.map(keyOf) }));
  const held = holders(stem, alternatives, statistics);
  // A word that is still being typed is no slip of the pen yet.
  const understood = completions.length > 0 ? undefined : corrected[0];
  return {
    word,
    stem,
    key: keyOf(understood?.stem ?? stem),
    alternatives,
    isKnown: held > 0,
    rarity: rarityOf(documents, held),
    exact: understood
      ? { key: keyOf(understood.word), rarity: weights.correction * rarityOf(documents, understood.documents) }
      : { key: keyOf(folded), rarity: rarityOf(documents, words.get(folded)?.documents ?? 0) },
    correction: corrected[0]?.word,
  };
}

/** Documents that hold a word, those with another word of its family or meaning counted in part; alternatives share one rarity. */
function holders(stem: string, alternatives: readonly Alternative[], { stems, documents }: Statistics): number {
  const countOf = (phrase: readonly string[]) => Math.min(...phrase.map((each) => stems.get(each) ?? 0));
  const own = stems.get(stem) ?? 0;
  const counts = alternatives.map(({ stems: phrase }) => countOf(phrase));
  if (own === 0) return Math.min(documents, Math.max(0, ...counts));
  // As if words fell into documents independently of each other.
  const without = counts.reduce((share, count) => share * (1 - Math.min(1, count / documents)), 1);
  return own + weights.kinRarity * Math.max(0, documents * (1 - without) - own);
}
