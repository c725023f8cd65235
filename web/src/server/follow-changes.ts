import { setTimeout as sleep } from "node:timers/promises";
import { type Changes, changesSchema } from "@essaim/content";
import { tagsOfChange } from "../content/tags.ts";
import type { FeedClock } from "./page-cache/feed-clock.ts";

/** What following the feed needs, and who hears of it. */
export interface FollowOptions {
  readonly cmsUrl: string;
  readonly token: string;
  readonly clock: FeedClock;
  /** Ends the follower. */
  readonly stop: AbortSignal;
  /** Changes were taken note of; `behind` is how many positions of the feed are still to read. */
  readonly followed: (behind: number) => void;
  /** The feed can't be read. */
  readonly lost: (error: unknown) => void;
}

/** Most changes per answer, and seconds to wait for one: the CMS's own bounds. */
const [limit, wait] = [1000, 25];
/** A healthy CMS answers within `wait` seconds, even with nothing. */
const patienceMs = 40_000;
const [firstPauseMs, longestPauseMs] = [100, 5_000];

/** Reads the CMS's feed and moves the clock along it, until stopped. */
export async function followChanges(options: FollowOptions): Promise<void> {
  const { stop, clock } = options;
  let pause = firstPauseMs;
  let caughtUp = false;
  while (!stop.aborted) {
    try {
      const answer = await readFeed(options, caughtUp ? wait : 0);
      caughtUp = apply(clock, answer);
      pause = firstPauseMs;
      options.followed(Math.max(0, answer.last - clock.seq));
    } catch (error) {
      if (stop.aborted) return;
      caughtUp = false;
      options.lost(error);
      await sleep(pause, undefined, { signal: stop }).catch(() => undefined);
      pause = Math.min(pause * 2, longestPauseMs);
    }
  }
}

async function readFeed({ cmsUrl, token, clock, stop }: FollowOptions, seconds: number): Promise<Changes> {
  const response = await fetch(
    `${cmsUrl}/api/changes?after=${clock.seq}&limit=${limit}&wait=${seconds}&mentions=true`,
    {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.any([stop, AbortSignal.timeout(patienceMs)]),
    },
  );
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`The CMS answered ${response.status} to the feed's reader.`);
  }
  return changesSchema.parse(await response.json());
}

/** Moves the clock by one answer; returns whether it now stands at the feed's head. */
function apply(clock: FeedClock, { feed, last, changes }: Changes): boolean {
  if (feed !== clock.feed || last < clock.seq) {
    const atStart = clock.seq === 0;
    clock.startOver(feed);
    // What came after a position of another feed says nothing of what came before it in this one.
    if (!atStart) return false;
  }
  for (const change of changes) clock.changed(change.seq, tagsOfChange(change));
  if (changes.length === 0) clock.changed(last, []);
  return clock.seq >= last;
}
