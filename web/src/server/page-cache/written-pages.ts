import type { Loader } from "../../content/load.ts";
import type { FeedClock } from "./feed-clock.ts";
import { type Dated, isFresh } from "./page.ts";

/** What a loader that remembers needs. */
export interface WrittenPagesOptions {
  readonly clock: FeedClock;
  /** How long the CMS isn’t asked again after it failed, in milliseconds: every page asks. */
  readonly failureMs: number;
}

interface Written extends Dated {
  readonly names: ReadonlySet<string>;
}

/**
 * A loader that asks which pages of the portal itself are written once for all renders, until one of them changes. While the CMS can’t tell,
 * the last names known are answered, and said to be old.
 */
export function rememberWrittenPages(loader: Loader, { clock, failureMs }: WrittenPagesOptions): Loader {
  let known: Written | undefined;
  let asking: Promise<Written> | undefined;
  let failure: { readonly error: unknown; readonly at: number } | undefined;

  async function ask(): Promise<Written> {
    const stamp = { generation: clock.generation, seq: clock.seq };
    const tags = new Set<string>();
    try {
      const { names } = await loader.writtenPages(tags);
      failure = undefined;
      known = { stamp, tags: [...tags], names };
      return known;
    } catch (error) {
      failure = { error, at: Date.now() };
      throw error;
    }
  }

  async function current(): Promise<Written> {
    if (known && isFresh(known, clock)) return known;
    if (failure && Date.now() - failure.at < failureMs) throw failure.error;
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    const answer = await asking;
    // It may have been asked before a change that this render must see.
    return isFresh(answer, clock) ? answer : current();
  }

  return {
    ...loader,
    async writtenPages(tags) {
      try {
        const { names, tags: needed } = await current();
        for (const tag of needed) tags.add(tag);
        return { names, isOld: false };
      } catch (error) {
        if (known === undefined) throw error;
        return { names: known.names, isOld: true };
      }
    },
  };
}
