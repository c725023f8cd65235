import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Locale, locales } from "@essaim/content";
import { z } from "zod";
import type { CmsReader } from "../follow/cms-reader.ts";
import { presentEdition } from "../follow/edition.ts";
import { type Log, reasonOf } from "../follow/log.ts";
import { readSynonyms } from "../follow/synonyms.ts";
import { statisticsOf } from "../ranking/statistics.ts";
import { readPublishedDocuments } from "./published-documents.ts";
import { readEntry, writeOfflineIndex } from "./write-offline-index.ts";

/** What keeping needs. */
export interface KeepingOptions {
  readonly cms: CmsReader;
  /** Folder that holds an index for each language. */
  readonly folder: string;
  readonly log: Log;
  readonly stop: AbortSignal;
}

const longestPollSeconds = 25;
/** Changes come in swarms, as when a package is loaded: indexes wait so long, and many times what the last ones took. */
const [leastPauseMs, pausePerBuild] = [2_000, 10];
const [firstRetryMs, longestRetryMs] = [500, 10_000];

/** Keeps an index for each language that needs no search server equal to what is published, from the CMS alone, until stopped. */
export async function keepOfflineIndexes(options: KeepingOptions): Promise<void> {
  const edition = await presentEdition();
  let retry = firstRetryMs;
  let pause: number = leastPauseMs / 2;
  while (!options.stop.aborted) {
    try {
      await untilBehind(options, edition);
      await sleep(pause, undefined, { signal: options.stop });
      const began = performance.now();
      await build(options, edition);
      pause = Math.max(leastPauseMs, pausePerBuild * (performance.now() - began));
      retry = firstRetryMs;
    } catch (error) {
      if (options.stop.aborted) return;
      options.log("offline-failed", { reason: reasonOf(error), retryMs: retry });
      await sleep(retry, undefined, { signal: options.stop }).catch(() => undefined);
      retry = Math.min(retry * 2, longestRetryMs);
    }
  }
}

const stateSchema = z.object({ feed: z.string(), seq: z.int(), edition: z.string() });
type State = z.infer<typeof stateSchema>;
const stateFile = "state.json";

/** Waits until the indexes lack something. */
async function untilBehind({ cms, folder, stop }: KeepingOptions, edition: string): Promise<void> {
  const state = await readState(folder);
  if (state === null || state.edition !== edition || !(await areThere(folder))) return;
  while (!stop.aborted) {
    const page = await cms.changes(state.seq, longestPollSeconds, stop);
    if (page.feed !== state.feed || page.last < state.seq || page.reached > state.seq) return;
  }
}

async function build({ cms, folder, log }: KeepingOptions, edition: string): Promise<void> {
  const began = performance.now();
  const { feed, seq, byLocale } = await readPublishedDocuments(cms);
  for (const [locale, documents] of byLocale) {
    const synonyms = await readSynonyms(cms, locale);
    await writeOfflineIndex(
      { locale, documents, statistics: statisticsOf(documents, locale), synonyms },
      join(folder, locale),
    );
  }
  await writeState(folder, { feed, seq, edition });
  const counts = Object.fromEntries([...byLocale].map(([locale, documents]) => [locale, documents.length]));
  log("offline-built", { seq, ...counts, ms: Math.round(performance.now() - began) });
}

async function areThere(folder: string): Promise<boolean> {
  const entries = await Promise.all(locales.map((locale: Locale) => readEntry(join(folder, locale))));
  return entries.every((entry) => entry !== null);
}

async function readState(folder: string): Promise<State | null> {
  try {
    return stateSchema.parse(JSON.parse(await readFile(join(folder, stateFile), "utf8")));
  } catch {
    return null;
  }
}

async function writeState(folder: string, state: State): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${stateFile}.new`), JSON.stringify(state));
  await rename(join(folder, `${stateFile}.new`), join(folder, stateFile));
}
