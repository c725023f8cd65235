import type { Locale } from "@essaim/content";
import type { Meilisearch } from "meilisearch";
import { thesaurus } from "../analysis/thesaurus/index.ts";
import { readLexicon, readLexiconVersion } from "../indexes/stored-lexicon.ts";
import { type Lexicon, lexiconOf } from "../ranking/lexicon.ts";
import { readStatistics } from "../ranking/read-statistics.ts";
import { statisticsOf } from "../ranking/statistics.ts";

/** How old a lexicon may be before its state is asked after, in milliseconds: ranking hardly moves by one document. */
const freshMs = 3_000;
/** How old a lexicon may be before a search waits for its state: hours may pass between two searches, and synonyms come meanwhile. */
const staleMs = 6_000;

interface Kept {
  readonly version: string | null;
  readonly lexicon: Lexicon;
  lookedAt: number;
}

/** The lexicons as the follower last wrote them; while searches come one after the other, none waits for a newer one. */
export class Lexicons {
  readonly #engine: Meilisearch;
  readonly #kept = new Map<Locale, Kept>();
  readonly #reading = new Map<Locale, Promise<Kept>>();

  constructor(engine: Meilisearch) {
    this.#engine = engine;
  }

  async of(locale: Locale): Promise<Lexicon> {
    const kept = this.#kept.get(locale);
    if (kept === undefined) return (await this.#look(locale)).lexicon;
    const age = Date.now() - kept.lookedAt;
    if (age <= freshMs) return kept.lexicon;
    // Whatever becomes of it, the one at hand serves.
    const newest = this.#look(locale).catch(() => kept);
    return age > staleMs ? (await newest).lexicon : kept.lexicon;
  }

  #look(locale: Locale): Promise<Kept> {
    const running = this.#reading.get(locale);
    if (running) return running;
    const reading = this.#read(locale).finally(() => this.#reading.delete(locale));
    this.#reading.set(locale, reading);
    return reading;
  }

  async #read(locale: Locale): Promise<Kept> {
    const kept = this.#kept.get(locale);
    const version = await readLexiconVersion(this.#engine, locale);
    if (kept && kept.version === version) {
      kept.lookedAt = Date.now();
      return kept;
    }
    const stored = version === null ? null : await readLexicon(this.#engine, locale);
    const next = { version, lookedAt: Date.now(), lexicon: stored === null ? blank(locale) : open(locale, stored) };
    this.#kept.set(locale, next);
    return next;
  }
}

const open = (locale: Locale, { statistics, synonyms }: NonNullable<Awaited<ReturnType<typeof readLexicon>>>) =>
  lexiconOf(readStatistics(statistics), [...thesaurus[locale], ...synonyms]);

/** Without statistics all words weigh the same: worse ranked, not silent. */
const blank = (locale: Locale): Lexicon => lexiconOf(statisticsOf([], locale), thesaurus[locale]);
