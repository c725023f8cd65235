import { LRUCache } from "lru-cache";

/** How often something may be tried within a time. */
export interface AttemptLimit {
  readonly most: number;
  readonly withinMs: number;
}

/** Counts attempts by name, in the memory of this process. */
export interface Attempts {
  /** Counts one more; false once there were too many. Counted before the answer is known, so that many at once don't slip through. */
  take(name: string): boolean;
  /** Forgets the attempts of a name. */
  forgive(name: string): void;
}

/** The oldest names are forgotten when more than this many try. */
const mostNames = 50_000;

/** Makes a counter; the time begins with the first attempt. */
export function countAttempts({ most, withinMs }: AttemptLimit): Attempts {
  const counts = new LRUCache<string, { times: number }>({
    max: mostNames,
    ttl: withinMs,
    ttlResolution: 0,
    perf: Date,
  });
  return {
    take(name) {
      const known = counts.get(name);
      if (known) known.times += 1;
      else counts.set(name, { times: 1 });
      return (known?.times ?? 1) <= most;
    },
    forgive: (name) => void counts.delete(name),
  };
}
