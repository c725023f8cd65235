import type { Alternative, QueryTerm } from "../ranking/query-terms.ts";

/** Terms that a filter is made of, the rarest; the others still count for the order. */
const mostTerms = 8;
/** From so many words on, a document must have two of them. */
export const wordsForTwo = 3;

/** How many words of a query a document must have: all, most (two of three and more, a rare one, or one in its title), or any, in which distant kin counts too. */
export type Strictness = "all" | "most" | "any";

/** Whether relevance orders what a search finds; without words it means nothing. */
export const isRanked = ({ q, sort }: { readonly q: string; readonly sort: string }): boolean =>
  sort === "relevance" && q.trim() !== "";

/**
 * What is tried in turn until something is found. Where relevance doesn’t order the documents, those with only some of the words would come
 * before one that has them all.
 */
export const strictnessSteps = (request: { readonly q: string; readonly sort: string }): readonly Strictness[] =>
  isRanked(request) ? ["most", "any"] : ["all", "most", "any"];

/** Condition of the engine for the documents that answer a query so strictly; undefined for a query without words. */
export function matchedFilter(terms: readonly QueryTerm[], strictness: Strictness): string | undefined {
  const rarest = terms.toSorted((a, b) => b.rarity - a.rarity).slice(0, mostTerms);
  const conditions = rarest.map((term) => conditionOf(term, strictness === "any"));
  if (conditions.length === 0) return undefined;
  if (strictness === "all") return conditions.join(" AND ");
  if (strictness === "any" || conditions.length < wordsForTwo) return anyOf(conditions);
  const pairs = conditions.slice(0, -1).map((one, place) => `(${one} AND ${anyOf(conditions.slice(place + 1))})`);
  const inTitle = titleStems(rarest.flatMap(closeStems));
  return anyOf([...inTitle, ...pairs, ...conditions.filter((_, place) => isTelling(rarest[place]))]);
}

const tellingRarity = Math.log(20);
/** Whether a word says enough by itself: fewer than one document in twenty has it. */
export const isTelling = (term: QueryTerm | undefined): boolean => term !== undefined && term.rarity > tellingRarity;

/** Condition for any of some. */
export const anyOf = (conditions: readonly string[]): string => `(${conditions.join(" OR ")})`;

/** Condition for a term in any of the forms that count as it; `loose` lets distant kin count, too. */
export function conditionOf({ alternatives }: QueryTerm, loose: boolean): string {
  const counted = alternatives.filter(({ isClose }) => loose || isClose);
  const single = singleStems(counted);
  const phrases = counted.filter(({ stems }) => stems.length > 1).map(wholePhrase);
  return anyOf([...(single.length > 0 ? [`keys IN [${single.join(", ")}]`] : []), ...phrases]);
}

const singleStems = (alternatives: readonly Alternative[]): string[] =>
  alternatives.filter(({ stems }) => stems.length === 1).map(({ stems }) => quote(stems[0] ?? ""));

const closeStems = ({ alternatives }: QueryTerm): string[] =>
  singleStems(alternatives.filter(({ isClose }) => isClose));

const titleStems = (stems: readonly string[]): string[] =>
  stems.length === 0 ? [] : [`titleKeys IN [${stems.join(", ")}]`];

/** Condition for a term in the title; undefined for one that is only known as a phrase. */
export const titleConditionOf = (term: QueryTerm): string | undefined => titleStems(closeStems(term))[0];

const wholePhrase = ({ stems }: Alternative): string =>
  `(${stems.map((stem) => `keys = ${quote(stem)}`).join(" AND ")})`;

// Stems are letters and digits; quoting keeps words such as « OR » from being read as the filter's own.
const quote = (stem: string): string => `"${stem.replace(/["\\]/g, "")}"`;
