/** Gives numbers from 0 to 1, the same ones for the same seed. */
export type Random = () => number;

/** FNV-1a, 32 bits. @see https://datatracker.ietf.org/doc/html/draft-eastlake-fnv */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** A linear congruential generator with the constants of Numerical Recipes: a drawing needs no better one. */
export function createRandom(seed: string): Random {
  let state = hashOf(seed);
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
