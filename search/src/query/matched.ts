import type { Alternative, QueryTerm } from "../ranking/query-terms.ts";

/** Terms that a filter is made of, the rarest; the others still count for the order. */
const mostTerms = 8;
/** From so many words on, a document must have two of them. */
const wordsForTwo = 3;

/**
 * Condition of the engine for the documents that answer a query in part; undefined for a query without words. Of three words and more, two must be
 * there, in any of the forms that count as the word; when `loose`, one is enough and distant kin counts.
 */
export function matchedFilter(terms: readonly QueryTerm[], loose = false): string | undefined {
  const rarest = terms.toSorted((a, b) => b.rarity - a.rarity).slice(0, mostTerms);
  const conditions = rarest.map((term) => conditionOf(term, loose));
  if (conditions.length === 0) return undefined;
  if (loose || conditions.length < wordsForTwo) return anyOf(conditions);
  const pairs = conditions.slice(0, -1).map((one, place) => `(${one} AND ${anyOf(conditions.slice(place + 1))})`);
  return anyOf(pairs);
}

const anyOf = (conditions: readonly string[]): string => `(${conditions.join(" OR ")})`;

function conditionOf({ alternatives }: QueryTerm, loose: boolean): string {
  const counted = alternatives.filter(({ isClose }) => loose || isClose);
  const single = counted.filter(({ stems }) => stems.length === 1).map(({ stems }) => quote(stems[0] ?? ""));
  const phrases = counted.filter(({ stems }) => stems.length > 1).map(wholePhrase);
  return anyOf([...(single.length > 0 ? [`keys IN [${single.join(", ")}]`] : []), ...phrases]);
}

const wholePhrase = ({ stems }: Alternative): string =>
  `(${stems.map((stem) => `keys = ${quote(stem)}`).join(" AND ")})`;

// Stems are letters and digits; quoting keeps words such as « OR » from being read as the filter's own.
const quote = (stem: string): string => `"${stem.replace(/["\\]/g, "")}"`;
