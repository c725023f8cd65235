import { hashOf } from "./hash.ts";

/** What goes wrong while people type; the same query always goes wrong in the same way, or in the same ways where there are several draws. */
export const slips = {
  /** One letter left out, doubled by another, exchanged or swapped, in a word of five letters or more; not its first. */
  typo: (query: string, draw = 0): string => {
    const words = [...query.matchAll(/\p{L}{5,}/gu)];
    const chance = hashOf(draw === 0 ? query : `${draw} ${query}`);
    const word = words[chance % words.length];
    if (word === undefined) return query;
    return replaceAt(query, word.index, word[0], misspelt(word[0], chance >>> 8));
  },
  /** No accent at all. */
  noAccents: (query: string): string => query.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC"),
  /** The last word without two fifths of its letters, and nothing after it: still being typed. */
  cut: (query: string): string => {
    const last = [...query.matchAll(/[\p{L}\p{N}]+/gu)].at(-1);
    if (last === undefined || last[0].length < 4) return query;
    return query.slice(0, last.index) + last[0].slice(0, Math.ceil(last[0].length * 0.6));
  },
} as const;

/** One way of going wrong. */
export type Slip = keyof typeof slips;
/** How often each is tried on a query: which letter of which word is mistyped is chance, and a small set hangs on a few queries. */
export const draws = { typo: 5, noAccents: 1, cut: 1 } as const satisfies Record<Slip, number>;
/** Their names, in the order of the table. */
export const slipNames = ["typo", "noAccents", "cut"] as const satisfies readonly Slip[];

const alphabet = "abcdefghijklmnopqrstuvwxyz";

function misspelt(word: string, chance: number): string {
  const at = 1 + ((chance >>> 2) % (word.length - 2));
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  const known = alphabet.indexOf(letter.toLowerCase());
  const other = alphabet.charAt((known + 1 + ((chance >>> 6) % 24)) % 26);
  const edits = [
    before + after,
    before + letter + other + after,
    before + other + after,
    swapped(before, letter, after),
  ];
  return edits[chance % edits.length] ?? word;
}

const swapped = (before: string, letter: string, after: string): string =>
  after.charAt(0) === letter ? before + after : before + after.charAt(0) + letter + after.slice(1);

const replaceAt = (text: string, index: number, old: string, put: string): string =>
  text.slice(0, index) + put + text.slice(index + old.length);
