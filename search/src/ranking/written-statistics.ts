import { localeSchema } from "@essaim/content";
import { z } from "zod";
import { stemOf } from "../analysis/stems.ts";
import { sharedLetters } from "./shared-letters.ts";
import type { Statistics } from "./statistics.ts";

const counts = z.array(z.int().min(0));

/** Statistics as they are stored and sent: words in columns, each without the beginning that it shares with the one before. */
export const writtenStatisticsSchema = z.object({
  locale: localeSchema,
  documents: z.int().min(0),
  lengths: z.object({
    title: z.number(),
    summary: z.number(),
    headings: z.number(),
    names: z.number(),
    text: z.number(),
  }),
  /** One character for the number of letters shared (36 and more count as 35), then the rest of the word; one word a line. */
  words: z.string(),
  wordCounts: counts,
  /** Stems of the words, by their place, where the word without its accents has another. */
  oddStems: z.record(z.string(), z.string()),
  /** In the order of the stems. */
  stemCounts: counts,
});

/** Statistics as they are stored and sent. */
export type WrittenStatistics = z.infer<typeof writtenStatisticsSchema>;

const mostShared = 35;

/** Writes statistics; `readStatistics` gives them back. */
export function writeStatistics({ locale, documents, lengths, words, stems }: Statistics): WrittenStatistics {
  const lines: string[] = [];
  const oddStems: Record<string, string> = {};
  let before = "";
  for (const [word, { stem }] of words) {
    const shared = Math.min(mostShared, sharedLetters(before, word));
    if (stem !== stemOf(word, locale)) oddStems[lines.length] = stem;
    lines.push(shared.toString(36) + word.slice(shared));
    before = word;
  }
  return {
    locale,
    documents,
    lengths,
    words: lines.join("\n"),
    wordCounts: [...words.values()].map((word) => word.documents),
    oddStems,
    stemCounts: [...stems.values()],
  };
}
