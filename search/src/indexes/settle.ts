import { setTimeout as sleep } from "node:timers/promises";
import type { Meilisearch } from "meilisearch";

/** The search server could not do what it had accepted. */
export class TaskFailed extends Error {
  override readonly name = "TaskFailed";
}

/** A publication is found a few milliseconds after the index was written, so the first looks come quickly. */
const [firstWaitMs, longestWaitMs, growth] = [4, 100, 1.2];

/** Waits until every task has succeeded; throws when one did not, or when they take longer than `patienceMs`. */
export async function settle(engine: Meilisearch, tasks: readonly number[], patienceMs = 600_000): Promise<void> {
  const deadline = Date.now() + patienceMs;
  let waiting = [...tasks];
  for (let wait = firstWaitMs; waiting.length > 0; wait = Math.min(wait * growth, longestWaitMs)) {
    await sleep(wait);
    waiting = await unfinished(engine, waiting.slice(0, mostPerLook), waiting.slice(mostPerLook));
    if (Date.now() > deadline) throw new TaskFailed(`Tasks ${waiting.join(", ")} are still not done.`);
  }
}

/**
 * Waits until all that was asked of the server so far is done, for good or ill: the work of a process that died, or that gave up, still
 * stands in the server's queue, and what is read before it is done may not last.
 */
export async function settleEarlier(engine: Meilisearch, patienceMs = 600_000): Promise<void> {
  const deadline = Date.now() + patienceMs;
  const { results } = await engine.tasks.getTasks({ limit: 1 });
  const [newest] = results;
  if (newest === undefined) return;
  for (let wait = firstWaitMs; ; wait = Math.min(wait * growth, longestWaitMs)) {
    const waiting = await engine.tasks.getTasks({ statuses: ["enqueued", "processing"], from: newest.uid, limit: 1 });
    const [last] = waiting.results;
    if (last === undefined) return;
    if (Date.now() > deadline) throw new TaskFailed(`Task ${last.uid} is still not done.`);
    await sleep(wait);
  }
}

/** Tasks asked about at once: their numbers stand in an address. */
const mostPerLook = 100;

async function unfinished(engine: Meilisearch, asked: number[], later: number[]): Promise<number[]> {
  const { results } = await engine.tasks.getTasks({ uids: asked, limit: asked.length });
  const bad = results.find(({ status }) => status === "failed" || status === "canceled");
  if (bad)
    throw new TaskFailed(`Task ${bad.uid} (${bad.type} of ${bad.indexUid}) ${bad.status}: ${bad.error?.message}`);
  const done = new Set(results.filter(({ status }) => status === "succeeded").map(({ uid }) => uid));
  return [...asked.filter((uid) => !done.has(uid)), ...later];
}
