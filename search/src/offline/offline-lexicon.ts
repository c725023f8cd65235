import { contentWords } from "../analysis/content-words.ts";
import { stemOf } from "../analysis/stems.ts";
import type { Statistics } from "../ranking/statistics.ts";
import { writeStatistics } from "../ranking/written-statistics.ts";
import type { OfflineLexicon } from "./offline-edition.ts";

/** From so many documents on, words that only few of them have are left out: they are most of the lexicon, and it is read whole. */
const leastHolders = [
  { documents: 5_000, holders: 3 },
  { documents: 500, holders: 2 },
] as const;

/** What offline searches need of a lexicon. */
export function offlineLexicon(statistics: Statistics, synonyms: readonly string[]): OfflineLexicon {
  const kept = withoutRareWords(statistics);
  return { statistics: writeStatistics(kept), synonyms: synonyms.filter((line) => isUseful(line, kept)) };
}

function withoutRareWords(statistics: Statistics): Statistics {
  const least = leastHolders.find(({ documents }) => statistics.documents >= documents)?.holders ?? 1;
  const words = new Map([...statistics.words].filter(([, { documents }]) => documents >= least));
  const stems = new Set([...words.values()].map(({ stem }) => stem));
  return { ...statistics, words, stems: new Map([...statistics.stems].filter(([stem]) => stems.has(stem))) };
}

/** Whether documents have any of the words or phrases of a line. */
const isUseful = (line: string, { locale, stems }: Statistics): boolean =>
  line.split(/[>=]/).some((phrase) => {
    const words = contentWords(phrase, locale);
    return words.length > 0 && words.every((word) => stems.has(stemOf(word, locale)));
  });
