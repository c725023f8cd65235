import { setTimeout as sleep } from "node:timers/promises";
import { type Cursor, readCursor, writeCursor } from "../indexes/cursor.ts";
import { settle, settleEarlier } from "../indexes/settle.ts";
import { applyChanges } from "./apply-changes.ts";
import type { FeedPage } from "./cms-reader.ts";
import { LexiconKeeper } from "./lexicons.ts";
import { reasonOf } from "./log.ts";
import { rebuild } from "./rebuild.ts";
import type { Workshop } from "./write-documents.ts";

/** What following needs besides its workshop. */
export interface FollowOptions {
  readonly workshop: Workshop;
  /** Names the settings and the projection that the indexes must be made with. */
  readonly edition: string;
  /** Ends the follower. */
  readonly stop: AbortSignal;
}

/** Longest wait of the CMS for a row, in seconds. */
const longestPoll = 25;
const [firstPauseMs, longestPauseMs] = [100, 5_000];
/** Longest wait after a round, in milliseconds; a publication after a quiet moment waits for nothing. */
const longestGatheringMs = 60;

/** Keeps the indexes equal to what is published until stopped; whatever fails is tried again from the last confirmed position. */
export async function followChanges(options: FollowOptions): Promise<void> {
  const { workshop, stop } = options;
  const lexicons = new LexiconKeeper(workshop, stop);
  let pause = firstPauseMs;
  while (!stop.aborted) {
    try {
      await followFromCursor(options, lexicons, () => {
        pause = firstPauseMs;
      });
    } catch (error) {
      if (stop.aborted) return;
      workshop.log("follow-failed", { reason: reasonOf(error), retryMs: pause });
      await sleep(pause, undefined, { signal: stop }).catch(() => undefined);
      pause = Math.min(pause * 2, longestPauseMs);
    }
  }
}

/** Follows from the position that the indexes themselves tell, until something fails or the indexes are found changed by others. */
async function followFromCursor(
  { workshop, edition, stop }: FollowOptions,
  lexicons: LexiconKeeper,
  progressed: () => void,
): Promise<void> {
  const { engine, cms, log } = workshop;
  // Documents that a follower before this one asked for would otherwise overtake those that it writes, or finds to be there already.
  await settleEarlier(engine);
  let cursor = await readCursor(engine);
  let cursorTasks: number[] = [];
  let waitSeconds = 0;
  let isFirst = true;
  while (!stop.aborted) {
    const page = await cms.changes(cursor?.seq ?? 0, waitSeconds, stop);
    if (cursor === null || isVoid(cursor, page, edition)) {
      cursor = await rebuild(workshop, edition);
      waitSeconds = 0;
      continue;
    }
    waitSeconds = page.reached < page.last ? 0 : longestPoll;
    // Rows whose synonyms were not stored yet when a process died aren't read again.
    if (isFirst || page.changes.some(({ type }) => type === "synonym")) lexicons.noteSynonyms();
    isFirst = false;
    if (page.reached === cursor.seq) {
      progressed();
      await settle(engine, cursorTasks.splice(0));
      if (await isReplaced(workshop, cursor)) return;
      continue;
    }
    const began = performance.now();
    const documents = await applyChanges(workshop, page.changes);
    // The documents are confirmed; should the process die here, the same rows are applied again, to the same effect.
    await settle(engine, cursorTasks);
    cursor = { ...cursor, seq: page.reached };
    cursorTasks = [await writeCursor(engine, cursor)];
    if (documents > 0) lexicons.note();
    // Not before: rows that can't be applied would be tried again without a pause that grows.
    progressed();
    const ms = Math.round(performance.now() - began);
    log("changes-applied", { seq: cursor.seq, changes: page.changes.length, documents, ms });
    // What comes while many publish is taken together: a round costs nearly the same for one document as for ten.
    await sleep(Math.min(ms, longestGatheringMs), undefined, { signal: stop }).catch(() => undefined);
  }
}

/** Positions of another database say nothing; nor do indexes of other settings hold what this code expects. */
const isVoid = (cursor: Cursor, page: FeedPage, edition: string): boolean =>
  cursor.feed !== page.feed || cursor.seq > page.last || cursor.edition !== edition;

/** Whether somebody emptied or replaced the indexes while nothing happened in the feed. */
async function isReplaced({ engine, log }: Workshop, cursor: Cursor): Promise<boolean> {
  const stored = await readCursor(engine);
  if (stored?.seq === cursor.seq && stored.feed === cursor.feed) return false;
  log("indexes-replaced", { expected: cursor.seq, found: stored?.seq ?? null });
  return true;
}
