import type { Locale } from "@essaim/content";
import { contentWords } from "../analysis/content-words.ts";
import { stemOf } from "../analysis/stems.ts";
import { foldAccents } from "../analysis/words.ts";
import { type RankedField, type RankedTexts, rankedFields } from "./ranked-texts.ts";

/** A word as documents write it. */
export interface KnownWord {
  /** Its most usual stem: a stemmer that is given « declare » doesn’t find that of « déclaré ». */
  readonly stem: string;
  /** Documents that hold it. */
  readonly documents: number;
}

/** What ranking must know of a language’s documents as a whole. */
export interface Statistics {
  readonly locale: Locale;
  readonly documents: number;
  /** Mean number of content words of each field. */
  readonly lengths: Readonly<Record<RankedField, number>>;
  /** By word without accents, in the order of the alphabet. */
  readonly words: ReadonlyMap<string, KnownWord>;
  /** Documents that hold each stem. */
  readonly stems: ReadonlyMap<string, number>;
}

/** Counts the words of documents one after the other. */
export class StatisticsCount {
  readonly #locale: Locale;
  #documents = 0;
  readonly #lengths = new Map<RankedField, number>();
  readonly #stems = new Map<string, number>();
  /** By folded word: documents for each stem that its spellings have. */
  readonly #words = new Map<string, Map<string, number>>();

  constructor(locale: Locale) {
    this.#locale = locale;
  }

  add(texts: RankedTexts): void {
    this.#documents++;
    const stemOfWord = new Map<string, string>();
    for (const field of rankedFields) {
      const words = contentWords(texts[field], this.#locale);
      this.#lengths.set(field, (this.#lengths.get(field) ?? 0) + words.length);
      for (const word of words) stemOfWord.set(word, stemOf(word, this.#locale));
    }
    for (const stem of new Set(stemOfWord.values())) this.#stems.set(stem, (this.#stems.get(stem) ?? 0) + 1);
    for (const [word, stem] of stemOfWord) {
      const folded = foldAccents(word);
      const stems = this.#words.get(folded) ?? new Map<string, number>();
      stems.set(stem, (stems.get(stem) ?? 0) + 1);
      this.#words.set(folded, stems);
    }
  }

  total(): Statistics {
    const words = [...this.#words].sort(byFirst).map(([word, stems]) => [word, usual(stems)] as const);
    const usualStems = new Set(words.map(([, { stem }]) => stem));
    // A rounded mean stays the same through most changes, and with it all that was worked out by it.
    const lengthOf = (field: RankedField) =>
      Number(((this.#lengths.get(field) ?? 0) / Math.max(1, this.#documents)).toPrecision(2));
    return {
      locale: this.#locale,
      documents: this.#documents,
      lengths: {
        title: lengthOf("title"),
        summary: lengthOf("summary"),
        headings: lengthOf("headings"),
        names: lengthOf("names"),
        text: lengthOf("text"),
      },
      words: new Map(words),
      stems: new Map([...this.#stems].filter(([stem]) => usualStems.has(stem)).sort(byFirst)),
    };
  }
}

/** The statistics of documents that are all at hand. */
export function statisticsOf(documents: Iterable<RankedTexts>, locale: Locale): Statistics {
  const counting = new StatisticsCount(locale);
  for (const document of documents) counting.add(document);
  return counting.total();
}

const byFirst = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

function usual(stems: ReadonlyMap<string, number>): KnownWord {
  const byUse = [...stems].sort(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1));
  return { stem: byUse[0]?.[0] ?? "", documents: Math.max(...stems.values()) };
}
