import { readFileSync } from "node:fs";

/** A published sheet that nobody wrote. */
export interface Sheet {
  readonly uid: string;
  readonly title: string;
  readonly summary: string;
  readonly paragraphs: readonly string[];
  readonly theme: number;
}

/** Numbers between 0 and 1 that are the same in each run (Mulberry32). */
export function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const seedFile = new URL("../../seed/package/content.jsonl", import.meta.url);
const judgedFile = new URL("../../search/evaluation/seed/queries.jsonl", import.meta.url);
const linesOf = (file: URL): unknown[] =>
  readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** What people ask in French, as it was judged on the seed. */
export const frenchQueries = (): string[] =>
  linesOf(judgedFile).flatMap((line) =>
    isRecord(line) && line["locale"] === "fr" && typeof line["query"] === "string" ? [line["query"]] : [],
  );

function* sentencesIn(value: unknown): Generator<string> {
  if (typeof value === "string") yield* value.split(/(?<=[.?!])\s+|\n+/).filter((text) => text.length > 40);
  else if (isRecord(value)) for (const inner of Object.values(value)) yield* sentencesIn(inner);
}

/** Themes of the synthetic sheets. */
export const themeCount = 12;
const [titleWords, paragraphsPerSheet, sentencesPerParagraph] = [6, 8, 4] as const;
const madeUpWords = 20_000;
const syllables =
  "ba be bi bo da dé do fa fi ga go la lé li lo ma mé mi mo na né no pa pi po ra ri ro sa si so ta té ti to va vi".split(
    " ",
  );

/** A word that no language has, the same for the same rank. */
function madeUp(rank: number): string {
  let [word, left] = ["", rank + 500];
  for (; left > 0; left = Math.floor(left / syllables.length)) word += syllables[left % syllables.length];
  return word;
}

/**
 * Sheets of some 500 words: sentences of the seed recombined, one word in eight put in its place from a vocabulary of made-up words whose
 * frequencies follow Zipf’s law, as those of a language do.
 */
export function syntheticSheets(count: number): Sheet[] {
  const french = linesOf(seedFile).filter((line) => isRecord(line) && line["locale"] === "fr");
  const sentences = french.flatMap((line) => [...sentencesIn(line)]);
  const words = [...new Set(sentences.flatMap((text) => text.match(/\p{L}{4,}/gu) ?? []))];
  const chance = chances(20261124);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(chance() * list.length)];
  const zipf = () => madeUp(Math.floor(madeUpWords ** chance()));
  const sentence = () => (pick(sentences) ?? "").replace(/\p{L}{4,}/gu, (word) => (chance() < 1 / 8 ? zipf() : word));
  const many = <T>(times: number, make: () => T): T[] => Array.from({ length: times }, make);
  return Array.from({ length: count }, (_, number) => ({
    uid: `fiche-${number}`,
    title: many(titleWords, () => (chance() < 0.5 ? zipf() : (pick(words) ?? ""))).join(" "),
    summary: sentence().slice(0, 290),
    paragraphs: many(paragraphsPerSheet, () => many(sentencesPerParagraph, sentence).join(" ")),
    theme: Math.floor(themeCount * chance() ** 2),
  }));
}
