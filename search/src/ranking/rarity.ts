/** Inverse document frequency as in BM25: how much a word says that `holding` of `documents` have. */
export const rarityOf = (documents: number, holding: number): number =>
  Math.log(1 + (documents - holding + 0.5) / (holding + 0.5));
