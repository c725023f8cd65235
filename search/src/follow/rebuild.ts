import { locales } from "@essaim/content";
import type { Meilisearch } from "meilisearch";
import { type DocumentRef, searchableRef } from "../document/project.ts";
import { type Cursor, writeCursor } from "../indexes/cursor.ts";
import { indexName, stateName } from "../indexes/names.ts";
import { settle } from "../indexes/settle.ts";
import { settingsOf, stateSettings } from "../settings.ts";
import { distinct } from "./apply-changes.ts";
import { refreshLexicon } from "./lexicons.ts";
import { type Workshop, writeDocuments } from "./write-documents.ts";

/** The CMS's database was exchanged while its feed was read. */
export class FeedReplaced extends Error {
  override readonly name = "FeedReplaced";
}

/**
 * Builds all indexes anew from the whole feed, beside those that readers search, then exchanges them in one step together with the
 * cursor: there is no moment without answers, and a crash on the way leaves the old indexes as they were.
 */
export async function rebuild(workshop: Workshop, edition: string): Promise<Cursor> {
  const { engine, log } = workshop;
  const began = performance.now();
  log("rebuild-began", { edition });
  await prepareNext(engine);
  const { refs, feed, seq } = await readWholeFeed(workshop);
  const cursor = { feed, seq, edition };
  await writeDocuments(workshop, refs, { edition: "next" });
  for (const locale of locales) await refreshLexicon(workshop, locale, "next");
  await settle(engine, [await writeCursor(engine, cursor, "next")]);
  await exchange(engine);
  log("rebuild-ended", { feed, seq, documents: refs.length, ms: Math.round(performance.now() - began) });
  return cursor;
}

const pairs: readonly (readonly [live: string, next: string])[] = [
  ...locales.map((locale) => [indexName(locale), indexName(locale, "next")] as const),
  [stateName(), stateName("next")],
];

/** Empty indexes to build in, whatever an interrupted build left there; live ones too where there are none, for the exchange needs both. */
async function prepareNext(engine: Meilisearch): Promise<void> {
  const { results } = await engine.getRawIndexes({ limit: 1000 });
  const existing = new Set(results.map(({ uid }) => uid));
  const leftovers = pairs.map(([, next]) => next).filter((name) => existing.has(name));
  await settle(engine, await taskNumbers(leftovers.map((name) => engine.deleteIndex(name))));
  const missing = pairs.flat().filter((name) => !existing.has(name) || leftovers.includes(name));
  await settle(engine, await taskNumbers(missing.map((name) => engine.createIndex(name, { primaryKey: "id" }))));
  const settings = locales.map((locale) => engine.index(indexName(locale, "next")).updateSettings(settingsOf(locale)));
  const state = engine.index(stateName("next")).updateSettings(stateSettings);
  await settle(engine, await taskNumbers([...settings, state]));
}

async function exchange(engine: Meilisearch): Promise<void> {
  const swaps = pairs.map(([live, next]) => ({ indexes: [live, next] as [string, string], rename: false }));
  await settle(engine, await taskNumbers([engine.swapIndexes(swaps)]));
  await taskNumbers(pairs.map(([, next]) => engine.deleteIndex(next)));
}

const taskNumbers = async (tasks: readonly PromiseLike<{ taskUid: number }>[]): Promise<number[]> =>
  (await Promise.all(tasks)).map(({ taskUid }) => taskUid);

interface WholeFeed {
  readonly feed: string;
  readonly seq: number;
  readonly refs: readonly DocumentRef[];
}

async function readWholeFeed({ cms }: Workshop): Promise<WholeFeed> {
  let page = await cms.changes(0, 0);
  const { feed } = page;
  const refs: DocumentRef[] = [];
  for (let seq = 0; ; page = await cms.changes(seq, 0)) {
    if (page.feed !== feed) throw new FeedReplaced(`The feed ${feed} became ${page.feed} while it was read.`);
    refs.push(...page.changes.flatMap((change) => searchableRef(change) ?? []));
    if (page.reached >= page.last || page.reached === seq) return { feed, seq: page.reached, refs: distinct(refs) };
    seq = page.reached;
  }
}
