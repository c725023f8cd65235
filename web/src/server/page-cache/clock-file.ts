import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { clockSnapshotSchema, type FeedClock } from "./feed-clock.ts";

/** Sets a clock to where it stood when last saved; a missing or damaged file leaves it at the start of the feed. */
export async function restoreClock(clock: FeedClock, path: string): Promise<void> {
  try {
    clock.restore(clockSnapshotSchema.parse(JSON.parse(await readFile(path, "utf8"))));
  } catch {
    // The feed tells it all again.
  }
}

/** Saves a clock, so that the next start reads only what is new in the feed. */
export async function saveClock(clock: FeedClock, path: string): Promise<void> {
  const snapshot = clock.snapshot();
  if (snapshot === undefined) return;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, JSON.stringify(snapshot));
  await rename(`${path}.new`, path);
}
