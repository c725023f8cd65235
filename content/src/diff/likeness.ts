/** How often each piece of a text stands in it. */
export interface Pieces {
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

/** The pieces of a text: its words, or for short texts, where one word is much, all groups of three letters. */
export function piecesOf(text: string, size: "words" | "letters"): Pieces {
  const folded = text.toLowerCase();
  const pieces = size === "words" ? (folded.match(/[\p{L}\p{N}]+/gu) ?? []) : triplesOf(folded);
  const counts = new Map<string, number>();
  for (const piece of pieces) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  return { counts, total: pieces.length };
}

function triplesOf(text: string): string[] {
  const padded = ` ${text.replace(/\s+/g, " ").trim()} `;
  return Array.from({ length: Math.max(1, padded.length - 2) }, (_, start) => padded.slice(start, start + 3));
}

/** From 0 (nothing in common) to 1 (the same pieces), after Sørensen and Dice. */
export function likeness(a: Pieces, b: Pieces): number {
  const total = a.total + b.total;
  if (total === 0) return 0;
  const [few, many] = a.counts.size <= b.counts.size ? [a.counts, b.counts] : [b.counts, a.counts];
  let common = 0;
  for (const [piece, count] of few) common += Math.min(count, many.get(piece) ?? 0);
  return (2 * common) / total;
}
