import type { Alternative, QueryTerm } from "../ranking/query-terms.ts";
import { rarityOf } from "../ranking/rarity.ts";
import type { Statistics } from "../ranking/statistics.ts";
import type { PagefindInstance, PagefindResult } from "./pagefind-module.ts";

/** Words that are looked up at most: each is a search of its own, and the rarest say most. */
const mostTerms = 8;
/**
 * Kin and synonyms that are looked up beside each word, and for the whole query. Most stand in parts of the index that must be read for them: a
 * small index is few parts, of a larger one a search can’t read as many.
 */
const mostOthers = [
  { documents: 700, ofWord: 5, ofQuery: 40 },
  { documents: Number.POSITIVE_INFINITY, ofWord: 2, ofQuery: 4 },
] as const;
/** In a large index, words that so many of the documents have are left out when others remain: they cost most and say least. */
const frequent = { documents: 2_000, share: 0.2 } as const;

/** What Pagefind found for one word of a query, by page. */
export interface FoundTerm {
  readonly term: QueryTerm;
  /** How much of the word pages have, whatever its rarity; kin and synonyms count in part, as in ranking. */
  readonly amounts: ReadonlyMap<string, number>;
  /** Pages with the word itself or near kin: those are shown as having it. */
  readonly close: ReadonlySet<string>;
}

/** Looks the words of a query up, one by one: Pagefind finds only documents with all the words it is given. */
export async function findTerms(
  pagefind: PagefindInstance,
  terms: readonly QueryTerm[],
  statistics: Statistics,
): Promise<FoundTerm[]> {
  const looked = telling(terms, statistics);
  const { ofWord, ofQuery } = mostOthers.find(({ documents }) => statistics.documents <= documents) ?? mostOthers[1];
  const others = Math.min(ofWord, Math.floor(ofQuery / Math.max(1, looked.length)));
  return await Promise.all(looked.map((term) => findTerm(pagefind, term, others, statistics)));
}

function telling(terms: readonly QueryTerm[], { stems, documents }: Statistics): QueryTerm[] {
  const rarest = terms.toSorted((a, b) => b.rarity - a.rarity).slice(0, mostTerms);
  if (documents <= frequent.documents) return rarest;
  const rare = rarest.filter(({ stem }) => (stems.get(stem) ?? 0) <= frequent.share * documents);
  return rare.length > 0 ? rare : rarest.slice(0, 2);
}

async function findTerm(
  pagefind: PagefindInstance,
  asked: QueryTerm,
  most: number,
  statistics: Statistics,
): Promise<FoundTerm> {
  const [first, ...others] = asked.alternatives;
  const own = first === undefined ? new Map<string, number>() : await scoresOf(pagefind, first);
  // The lexicon leaves rare words out: one that documents do have was no slip of the pen.
  const isNoSlip = asked.correction !== undefined && own.size > 0;
  const term = isNoSlip ? { ...asked, alternatives: asked.alternatives.slice(0, 1), correction: undefined } : asked;
  const heaviest = isNoSlip ? [] : others.toSorted((a, b) => b.weight - a.weight).slice(0, most);
  const further = await Promise.all(heaviest.map(async (each) => ({ each, scores: await scoresOf(pagefind, each) })));
  const amounts = new Map<string, number>();
  const close = new Set<string>();
  for (const { each, scores } of [...(first === undefined ? [] : [{ each: first, scores: own }]), ...further]) {
    const share = each.weight / rarityIn(statistics, each);
    for (const [page, score] of scores) {
      amounts.set(page, (amounts.get(page) ?? 0) + share * score);
      if (each.isClose) close.add(page);
    }
  }
  return { term: { ...term, isKnown: asked.isKnown || amounts.size > 0 }, amounts, close };
}

/** Pagefind’s scores hold the rarity of the word that it was given; words of one meaning share one. */
const rarityIn = ({ stems, documents }: Statistics, alternative: Alternative): number =>
  rarityOf(documents, Math.min(...alternative.stems.map((stem) => stems.get(stem) ?? 0)));

/** Scores of the pages that have all the stems of an alternative: the lowest of each. */
async function scoresOf(pagefind: PagefindInstance, { stems }: Alternative): Promise<Map<string, number>> {
  const found = await Promise.all(stems.map((stem) => lookUp(pagefind, stem)));
  const [first = [], ...others] = found;
  const scores = new Map(first.map(({ id, score }) => [id, score]));
  for (const other of others) {
    const held = new Map(other.map(({ id, score }) => [id, score]));
    for (const [page, score] of scores) {
      const second = held.get(page);
      if (second === undefined) scores.delete(page);
      else scores.set(page, Math.min(score, second));
    }
  }
  return scores;
}

/** Quotes keep Pagefind to the very stem; without them it also finds longer ones. */
const lookUp = async (pagefind: PagefindInstance, stem: string): Promise<readonly PagefindResult[]> =>
  (await pagefind.search(`"${stem}"`))?.results ?? [];
