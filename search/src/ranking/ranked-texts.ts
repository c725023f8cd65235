/** Texts of a document that rank it, heaviest first. */
export const rankedFields = ["title", "summary", "headings", "names", "text"] as const;
/** One of them. */
export type RankedField = (typeof rankedFields)[number];
/** What is written in a document, by field. */
export type RankedTexts = Readonly<Record<RankedField, string>>;

/**
 * Weight (w) and length normalisation (b) of each field, saturation (k1) of the whole: BM25F of Robertson and Zaragoza, « The Probabilistic
 * Relevance Framework: BM25 and Beyond » (2009), section 3.6. Tuned on judged questions; `npm run evaluate` shows what they are worth.
 */
export const weights = {
  fields: {
    title: { w: 5, b: 0.9 },
    summary: { w: 1, b: 0.6 },
    headings: { w: 1, b: 0.6 },
    names: { w: 0.3, b: 0.3 },
    text: { w: 1, b: 0.6 },
  } satisfies Record<RankedField, { readonly w: number; readonly b: number }>,
  k1: 2,
  /** Of the very word, beside its stem. */
  exactWord: 0.35,
  /** Of two neighbouring words of the query that are neighbours in the document. */
  pair: 0.3,
  /** Of a word of the same family: the share of the letters with which both begin, times this. */
  kin: 0.4,
  synonym: 0.15,
  correction: 0.8,
  /** Of a word that what was typed may begin; of one beside a word that is whole already. */
  completion: 0.9,
  completionOfWord: 0.5,
  /** How much of the documents that have only other words of the family or of the same meaning counts as having the word, for its rarity. */
  kinRarity: 0.25,
} as const;
