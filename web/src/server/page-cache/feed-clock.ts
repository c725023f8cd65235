import { randomUUID } from "node:crypto";
import { z } from "zod";

/** What a clock remembers across restarts. */
export const clockSnapshotSchema = z.object({
  feed: z.string(),
  generation: z.string(),
  seq: z.int().min(0),
  last: z.record(z.string(), z.int().min(1)),
});
/** What a clock remembers across restarts. */
export type ClockSnapshot = z.infer<typeof clockSnapshotSchema>;

/** How far the change feed has been read, and when each tag changed last. Time here is the feed's `seq`. */
export class FeedClock {
  #feed: string | undefined;
  #generation = "none";
  #seq = 0;
  #last = new Map<string, number>();

  /** Position up to which every change is known. */
  get seq(): number {
    return this.#seq;
  }

  /** Id of the database whose feed is being read; undefined before the first answer. */
  get feed(): string | undefined {
    return this.#feed;
  }

  /** Changes whenever positions start anew, so that no page is compared with positions of another feed. */
  get generation(): string {
    return this.#generation;
  }

  /** Starts at 0 on a feed: another database, or the same one put back to an earlier state. */
  startOver(feed: string): void {
    this.#feed = feed;
    this.#generation = randomUUID();
    this.#seq = 0;
    this.#last = new Map();
  }

  /** Takes note that tags changed at a position. */
  changed(seq: number, tags: Iterable<string>): void {
    for (const tag of tags) this.#last.set(tag, seq);
    if (seq > this.#seq) this.#seq = seq;
  }

  /** Whether one of the tags changed after a position. */
  changedSince(seq: number, tags: Iterable<string>): boolean {
    for (const tag of tags) if ((this.#last.get(tag) ?? 0) > seq) return true;
    return false;
  }

  /** What to keep across restarts; undefined before the first answer of a feed. */
  snapshot(): ClockSnapshot | undefined {
    if (this.#feed === undefined) return undefined;
    return { feed: this.#feed, generation: this.#generation, seq: this.#seq, last: Object.fromEntries(this.#last) };
  }

  /** Goes on from where a snapshot was taken. */
  restore(snapshot: ClockSnapshot): void {
    this.#feed = snapshot.feed;
    this.#generation = snapshot.generation;
    this.#seq = snapshot.seq;
    this.#last = new Map(Object.entries(snapshot.last));
  }
}
