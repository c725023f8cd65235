import { stemOf } from "../analysis/stems.ts";
import type { KnownWord, Statistics } from "./statistics.ts";
import type { WrittenStatistics } from "./written-statistics.ts";

/** Reads statistics; throws on counts that don’t fit the words. */
export function readStatistics(written: WrittenStatistics): Statistics {
  const { locale, documents, lengths, wordCounts, oddStems, stemCounts } = written;
  const words = new Map<string, KnownWord>();
  const lines = written.words === "" ? [] : written.words.split("\n");
  let before = "";
  for (const [place, line] of lines.entries()) {
    const word = before.slice(0, Number.parseInt(line.charAt(0), 36)) + line.slice(1);
    words.set(word, { stem: oddStems[place] ?? stemOf(word, locale), documents: wordCounts[place] ?? 0 });
    before = word;
  }
  return { locale, documents, lengths, words, stems: stems(words, stemCounts) };
}

function stems(words: ReadonlyMap<string, KnownWord>, stemCounts: readonly number[]): Map<string, number> {
  const distinct = [...new Set([...words.values()].map(({ stem }) => stem))].sort();
  if (distinct.length !== stemCounts.length)
    throw new Error(`${stemCounts.length} counts for ${distinct.length} stems`);
  return new Map(distinct.map((stem, place) => [stem, stemCounts[place] ?? 0]));
}
