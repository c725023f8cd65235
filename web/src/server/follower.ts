import { followChanges } from "./follow-changes.ts";
import { log, reasonOf } from "./log.ts";
import { saveClock } from "./page-cache/clock-file.ts";
import type { FeedClock } from "./page-cache/feed-clock.ts";

/** What a follower works with. */
export interface FollowerOptions {
  readonly cmsUrl: string;
  readonly token: string;
  readonly clock: FeedClock;
  /** Where the clock is saved. */
  readonly clockFile: string;
  /** The CMS answers again after it did not. */
  readonly cameBack: () => void;
  /** Changes were taken note of. */
  readonly changed: () => void;
}

/** The site's one follower of the feed. */
export interface Follower {
  readonly cms: () => "up" | "down";
  /** Head of the feed as last heard of. */
  readonly head: () => number;
  /** Resolves once the feed was read to its head for the first time. */
  readonly caughtUp: Promise<void>;
  /** Ends it and saves the clock. */
  stop(): Promise<void>;
}

/** Time between two savings of the clock, in milliseconds: with ten thousand sheets each keeps readers waiting for some ten. */
const savingMs = 5_000;

/** Starts following the feed; saves the clock when first caught up, then from time to time. */
export function startFollower({ cmsUrl, token, clock, clockFile, cameBack, changed }: FollowerOptions): Follower {
  const abort = new AbortController();
  const first = Promise.withResolvers<void>();
  let cms: "up" | "down" | "unknown" = "unknown";
  let head = clock.seq;
  let saved = "";
  let isCaughtUp = false;

  async function save(): Promise<void> {
    const position = `${clock.generation}:${clock.seq}`;
    if (position === saved) return;
    saved = position;
    await saveClock(clock, clockFile).catch((error) => log("clock-not-saved", { reason: reasonOf(error) }));
  }

  const running = followChanges({
    cmsUrl,
    token,
    clock,
    stop: abort.signal,
    followed: (behind) => {
      head = clock.seq + behind;
      if (cms !== "up") {
        log("cms-up", { feed: clock.feed, seq: clock.seq });
        cameBack();
      }
      cms = "up";
      if (behind > 0) return;
      changed();
      if (isCaughtUp) return;
      isCaughtUp = true;
      void save().then(first.resolve);
    },
    lost: (error) => {
      if (cms !== "down") log("cms-down", { reason: reasonOf(error) });
      cms = "down";
    },
  });
  const saving = setInterval(() => void save(), savingMs);

  return {
    cms: () => (cms === "up" ? "up" : "down"),
    head: () => head,
    caughtUp: first.promise,
    async stop() {
      clearInterval(saving);
      abort.abort();
      await running;
      await save();
    },
  };
}
