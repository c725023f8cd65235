import { LRUCache } from "lru-cache";
import type { DiskPages } from "./disk-pages.ts";
import type { FeedClock } from "./feed-clock.ts";
import { isFresh, isServable, makePage, type Page, type Stamp, sizeOf } from "./page.ts";

/** What rendering an address gave. */
export interface Rendered {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
  readonly tags: Iterable<string>;
  /** Whether every reader may get these same bytes. */
  readonly shared: boolean;
}

/** A page that is kept, or a render that isn't: a redirect, an absence, a failure. */
export type Answer = { readonly page: Page } | { readonly rendered: Rendered };

/** What a store works with. */
export interface PageStoreOptions {
  readonly clock: FeedClock;
  readonly disk: DiskPages;
  readonly render: (key: string) => Promise<Rendered>;
  /** Bound of the memory tier, in bytes. */
  readonly memoryBytes: number;
  /** How long a failed render is remembered, in milliseconds, so that readers don't all wait for the next one. */
  readonly failureMs: number;
}

/** Pages by address, each rendered once per change: in memory over disk. */
export class PageStore {
  readonly #options: PageStoreOptions;
  readonly #memory: LRUCache<string, Held>;
  readonly #failures: LRUCache<string, Rendered>;
  readonly #flights = new Map<string, Flight>();

  constructor(options: PageStoreOptions) {
    this.#options = options;
    this.#memory = new LRUCache({ maxSize: options.memoryBytes, sizeCalculation: ({ page }) => sizeOf(page) });
    this.#failures = new LRUCache({ max: 10_000, ttl: options.failureMs });
  }

  /** The page of an address if memory holds it and it is up to date. */
  peek(key: string): Page | undefined {
    const held = this.#memory.get(key);
    if (held === undefined) return undefined;
    const { clock } = this.#options;
    if (held.checkedAt === clock.seq && held.page.stamp.generation === clock.generation) return held.page;
    if (!isFresh(held.page, clock)) return undefined;
    held.checkedAt = clock.seq;
    return held.page;
  }

  /** The page of an address, never older than the changes known when it was asked for, unless it can't be rendered. */
  async get(key: string): Promise<Answer> {
    const page = this.peek(key);
    if (page) return { page };
    const { clock } = this.#options;
    const flight = this.#flights.get(key);
    if (flight === undefined) return this.#begin(key);
    if (flight.stamp.seq === clock.seq && flight.stamp.generation === clock.generation) return flight.answer;
    // It began before a change that this reader must see, but that change may well concern other pages.
    const answer = await flight.answer;
    if ("page" in answer && isFresh(answer.page, clock)) return answer;
    return this.#flights.get(key)?.answer ?? this.#begin(key);
  }

  /** Forgets failures: the CMS is back. */
  retry(): void {
    this.#failures.clear();
  }

  #begin(key: string): Promise<Answer> {
    const stamp = stampOf(this.#options.clock);
    const answer = this.#fill(key).finally(() => this.#flights.delete(key));
    this.#flights.set(key, { stamp, answer });
    return answer;
  }

  async #fill(key: string): Promise<Answer> {
    const { clock, disk } = this.#options;
    const kept = this.#memory.get(key)?.page ?? (await disk.read(key));
    if (kept && isFresh(kept, clock)) return { page: this.#hold(kept) };
    const rendered = this.#failures.get(key) ?? (await this.#render(key));
    if ("page" in rendered) return rendered;
    if (rendered.status >= 500) {
      this.#failures.set(key, rendered);
      return kept && isServable(kept, clock) ? { page: kept } : { rendered };
    }
    if (kept) this.#forget(key);
    return { rendered };
  }

  async #render(key: string): Promise<{ readonly page: Page } | Rendered> {
    const { clock, disk, render } = this.#options;
    const stamp = stampOf(clock);
    const rendered = await render(key);
    if (rendered.status !== 200 || !rendered.shared) return rendered;
    const page = await makePage({ ...rendered, key, stamp });
    // Without a feed there is no position to compare with after a restart.
    if (clock.feed !== undefined && stamp.generation === clock.generation) {
      this.#hold(page);
      disk.write(page);
    }
    return { page };
  }

  #forget(key: string): void {
    this.#memory.delete(key);
    this.#options.disk.forget(key);
  }

  #hold(page: Page): Page {
    this.#memory.set(page.key, { page, checkedAt: -1 });
    return page;
  }
}

const stampOf = ({ generation, seq }: FeedClock): Stamp => ({ generation, seq });

interface Held {
  readonly page: Page;
  /** Feed position at which the page was last found up to date. */
  checkedAt: number;
}

interface Flight {
  readonly stamp: Stamp;
  readonly answer: Promise<Answer>;
}
