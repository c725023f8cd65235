import type { Rendered } from "./page-cache/page-store.ts";
import type { Render } from "./render.ts";

/** How many renders run at once, and how many may wait for their turn. */
export interface QueueLimits {
  readonly atOnce: number;
  readonly waiting: number;
}

const overloaded: Rendered = { status: 503, headers: [], body: Buffer.alloc(0), tags: [], shared: false };

/**
 * The same render, a few at a time and the others in turn: a burst asks the CMS no more than it answers in time.
 * What finds too many waiting gets a 503 at once.
 */
export function queued(render: Render, { atOnce, waiting }: QueueLimits): Render {
  const turns: (() => void)[] = [];
  let running = 0;

  async function takeTurn(): Promise<void> {
    if (running < atOnce) running += 1;
    else await new Promise<void>((resolve) => turns.push(resolve));
  }

  function giveTurn(): void {
    const next = turns.shift();
    if (next) next();
    else running -= 1;
  }

  return async (target, headers) => {
    if (running >= atOnce && turns.length >= waiting) return overloaded;
    await takeTurn();
    try {
      return await render(target, headers);
    } finally {
      giveTurn();
    }
  };
}
