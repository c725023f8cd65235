import { setTimeout as sleep } from "node:timers/promises";
import { type Locale, locales } from "@essaim/content";
import type { Meilisearch } from "meilisearch";
import { z } from "zod";
import { type Edition, indexName } from "../indexes/names.ts";
import { settle } from "../indexes/settle.ts";
import { writeLexicon } from "../indexes/stored-lexicon.ts";
import { rankedFields } from "../ranking/ranked-texts.ts";
import { type Statistics, StatisticsCount } from "../ranking/statistics.ts";
import { writeStatistics } from "../ranking/written-statistics.ts";
import { reasonOf } from "./log.ts";
import type { Workshop } from "./write-documents.ts";

/** Few enough that a publication doesn’t wait for a page to be counted. */
const documentsPerPage = 50;
const pageSchema = z.array(
  z.object({ title: z.string(), summary: z.string(), headings: z.string(), names: z.string(), text: z.string() }),
);

/** Counts the words of an index anew and stores what ranking needs of it beside the index. */
export async function refreshLexicon(
  { engine }: Pick<Workshop, "engine">,
  locale: Locale,
  edition: Edition = "live",
): Promise<void> {
  const statistics = writeStatistics(await count(engine, locale, edition));
  const version = `${Date.now()}-${process.pid}`;
  await settle(engine, [await writeLexicon(engine, locale, { version, statistics, synonyms: [] }, edition)]);
}

async function count(engine: Meilisearch, locale: Locale, edition: Edition): Promise<Statistics> {
  const index = engine.index(indexName(locale, edition));
  const counting = new StatisticsCount(locale);
  for (let offset = 0; ; offset += documentsPerPage) {
    const page = { fields: [...rankedFields], limit: documentsPerPage, offset };
    const { results, total } = await index.getDocuments(page);
    for (const texts of pageSchema.parse(results)) counting.add(texts);
    if (results.length === 0 || offset + results.length >= total) return counting.total();
  }
}

/** Waits between two counts of an index: at least this long, and many times what the last one took. */
const [leastPauseMs, pausePerCount] = [2_000, 20];

/** Refreshes the lexicons of languages whose documents changed, in its own time: ranking hardly moves by one document. */
export class LexiconKeeper {
  readonly #workshop: Workshop;
  readonly #stop: AbortSignal;
  readonly #changed = new Set<Locale>();
  #isRunning = false;

  constructor(workshop: Workshop, stop: AbortSignal) {
    this.#workshop = workshop;
    this.#stop = stop;
  }

  /** Takes note that documents of these languages changed. */
  note(changed: Iterable<Locale> = locales): void {
    for (const locale of changed) this.#changed.add(locale);
    if (!this.#isRunning) void this.#run();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#changed.size > 0 && !this.#stop.aborted) {
      const began = performance.now();
      // Changes come in swarms, as when a package is loaded.
      await sleep(leastPauseMs / 2, undefined, { signal: this.#stop }).catch(() => undefined);
      for (const locale of [...this.#changed]) await this.#refresh(locale);
      const pause = Math.max(leastPauseMs / 2, pausePerCount * (performance.now() - began - leastPauseMs / 2));
      await sleep(pause, undefined, { signal: this.#stop }).catch(() => undefined);
    }
    this.#isRunning = false;
  }

  async #refresh(locale: Locale): Promise<void> {
    this.#changed.delete(locale);
    try {
      await refreshLexicon(this.#workshop, locale);
    } catch (error) {
      if (this.#stop.aborted) return;
      this.#workshop.log("lexicon-failed", { locale, reason: reasonOf(error) });
      this.#changed.add(locale);
    }
  }
}
