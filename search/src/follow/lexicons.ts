import { setTimeout as sleep } from "node:timers/promises";
import { type Locale, locales } from "@essaim/content";
import type { Meilisearch } from "meilisearch";
import { z } from "zod";
import { type Edition, indexName } from "../indexes/names.ts";
import { settle } from "../indexes/settle.ts";
import { readLexicon, type StoredLexicon, writeLexicon } from "../indexes/stored-lexicon.ts";
import { rankedFields } from "../ranking/ranked-texts.ts";
import { type Statistics, StatisticsCount } from "../ranking/statistics.ts";
import { writeStatistics } from "../ranking/written-statistics.ts";
import { reasonOf } from "./log.ts";
import { readSynonyms } from "./synonyms.ts";
import type { Workshop } from "./write-documents.ts";

/** Few enough that a publication doesn’t wait for a page to be counted. */
const documentsPerPage = 50;
const pageSchema = z.array(
  z.object({ title: z.string(), summary: z.string(), headings: z.string(), names: z.string(), text: z.string() }),
);

/** Counts the words of an index anew and stores what ranking needs of it, with the editors' synonyms where there is a CMS, beside the index. */
export async function refreshLexicon(
  { engine, cms }: Pick<Workshop, "engine"> & Partial<Pick<Workshop, "cms">>,
  locale: Locale,
  edition: Edition = "live",
): Promise<void> {
  const statistics = writeStatistics(await count(engine, locale, edition));
  // Read after the count, which takes its time: what an editor adds meanwhile is in it.
  await store(engine, locale, { statistics, synonyms: cms ? await readSynonyms(cms, locale) : [] }, edition);
}

/** Stores the editors' synonyms beside the statistics as they were last counted, where they changed. */
export async function refreshSynonyms(workshop: Workshop, locale: Locale): Promise<void> {
  const { engine, cms } = workshop;
  const stored = await readLexicon(engine, locale);
  if (stored === null) return await refreshLexicon(workshop, locale);
  const synonyms = await readSynonyms(cms, locale);
  if (synonyms.join("\n") !== stored.synonyms.join("\n")) await store(engine, locale, { ...stored, synonyms });
}

async function store(
  engine: Meilisearch,
  locale: Locale,
  { statistics, synonyms }: Omit<StoredLexicon, "version">,
  edition: Edition = "live",
): Promise<void> {
  const version = `${Date.now()}-${process.pid}`;
  await settle(engine, [await writeLexicon(engine, locale, { version, statistics, synonyms }, edition)]);
}

/** From so many documents on, a count leaves two thirds of its time to searches and publications: it would take a processor for many seconds. */
const [unhurriedFrom, pausePerPage] = [2_000, 2];

async function count(engine: Meilisearch, locale: Locale, edition: Edition): Promise<Statistics> {
  const index = engine.index(indexName(locale, edition));
  const counting = new StatisticsCount(locale);
  for (let offset = 0; ; offset += documentsPerPage) {
    const began = performance.now();
    const page = { fields: [...rankedFields], limit: documentsPerPage, offset };
    const { results, total } = await index.getDocuments(page);
    for (const texts of pageSchema.parse(results)) counting.add(texts);
    if (results.length === 0 || offset + results.length >= total) return counting.total();
    if (total > unhurriedFrom) await sleep(pausePerPage * (performance.now() - began));
  }
}

/** Waits between two counts of an index: at least this long, and many times what the last one took. */
const [leastPauseMs, pausePerCount] = [2_000, 20];

/**
 * Refreshes the lexicons of languages whose documents changed, in its own time, for ranking hardly moves by one document; editors'
 * synonyms at once. One after the other, so that what was read first is never written last.
 */
export class LexiconKeeper {
  readonly #workshop: Workshop;
  readonly #stop: AbortSignal;
  readonly #changed = new Set<Locale>();
  readonly #reworded = new Set<Locale>();
  #alarm = new AbortController();
  #isUrgent = false;
  #isRunning = false;

  constructor(workshop: Workshop, stop: AbortSignal) {
    this.#workshop = workshop;
    this.#stop = stop;
  }

  /** Takes note that documents of these languages changed. */
  note(changed: Iterable<Locale> = locales): void {
    for (const locale of changed) this.#changed.add(locale);
    this.#begin();
  }

  /** Takes note that editors may have changed synonyms. */
  noteSynonyms(): void {
    for (const locale of locales) this.#reworded.add(locale);
    this.#isUrgent = true;
    this.#alarm.abort();
    this.#begin();
  }

  #begin(): void {
    if (!this.#isRunning) void this.#run();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#changed.size + this.#reworded.size > 0 && !this.#stop.aborted) {
      await this.#refreshSynonyms();
      if (this.#changed.size > 0) await this.#recount();
      // Not again at once what could not be done just now.
      else if (this.#reworded.size > 0) await this.#pause(leastPauseMs / 2);
    }
    this.#isRunning = false;
  }

  async #recount(): Promise<void> {
    // Changes come in swarms, as when a package is loaded.
    if (!(await this.#pause(leastPauseMs / 2))) return;
    const began = performance.now();
    for (const locale of [...this.#changed]) {
      await this.#refreshSynonyms();
      await this.#try(this.#changed, locale, refreshLexicon);
    }
    await this.#rest(began + Math.max(leastPauseMs / 2, pausePerCount * (performance.now() - began)));
  }

  async #refreshSynonyms(): Promise<void> {
    this.#isUrgent = false;
    for (const locale of [...this.#reworded]) await this.#try(this.#reworded, locale, refreshSynonyms);
  }

  /** Waits until a moment; new synonyms are stored meanwhile. */
  async #rest(until: number): Promise<void> {
    while (!this.#stop.aborted && !(await this.#pause(until - performance.now()))) await this.#refreshSynonyms();
  }

  /** Waits; false when synonyms changed. */
  async #pause(ms: number): Promise<boolean> {
    if (this.#isUrgent) return false;
    this.#alarm = new AbortController();
    const signal = AbortSignal.any([this.#stop, this.#alarm.signal]);
    await sleep(Math.max(0, ms), undefined, { signal }).catch(() => undefined);
    return !this.#isUrgent;
  }

  async #try(
    noted: Set<Locale>,
    locale: Locale,
    refresh: (workshop: Workshop, locale: Locale) => Promise<void>,
  ): Promise<void> {
    noted.delete(locale);
    try {
      await refresh(this.#workshop, locale);
    } catch (error) {
      if (this.#stop.aborted) return;
      this.#workshop.log("lexicon-failed", { locale, reason: reasonOf(error) });
      noted.add(locale);
    }
  }
}
