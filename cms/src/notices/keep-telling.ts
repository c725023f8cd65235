import type { Core } from "@strapi/strapi";
import { committed } from "../publication/feed.ts";
import { deliverQuestions } from "../questions/deliver.ts";
import { deliverNotices } from "./deliver.ts";
import { followFeed } from "./follow-feed.ts";
import { forgetOldNotices } from "./notices.ts";
import { tellReviewsDue } from "./reviews.ts";

/** How long changes are gathered, how often another process's are looked for and mail is tried again, and how often reviews are. */
const [gatheringMs, lookMs, reviewMs] = [300, 30_000, 6 * 3_600_000];

/** Tells members what happens, for as long as the CMS runs. */
class NoticeKeeper {
  readonly #strapi: Core.Strapi;
  readonly #look: NodeJS.Timeout;
  readonly #reviews: NodeJS.Timeout;
  #soon: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #isStopped = false;

  constructor(strapi: Core.Strapi) {
    this.#strapi = strapi;
    this.#look = setInterval(() => this.#run(), lookMs).unref();
    this.#reviews = setInterval(() => this.#reviewsDue(), reviewMs).unref();
    committed.on("changes", this.#changed);
    // What waited while the CMS was down.
    this.#changed();
    this.#reviewsDue();
  }

  readonly #changed = (): void => {
    this.#soon ??= setTimeout(() => this.#run(), gatheringMs).unref();
  };

  #run(): void {
    clearTimeout(this.#soon);
    this.#soon = undefined;
    if (this.#running) {
      this.#changed();
      return;
    }
    this.#running = this.#try(async () => {
      while (!this.#isStopped && (await followFeed(this.#strapi))) await new Promise(setImmediate);
      if (!this.#isStopped) await deliverNotices(this.#strapi);
      if (!this.#isStopped) await deliverQuestions(this.#strapi);
    }).finally(() => {
      this.#running = undefined;
    });
  }

  #reviewsDue(): void {
    void this.#try(async () => {
      await forgetOldNotices(this.#strapi);
      await tellReviewsDue(this.#strapi);
    });
  }

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!this.#isStopped) this.#strapi.log.error(`members could not be told: ${String(error)}`);
    }
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    committed.off("changes", this.#changed);
    for (const timer of [this.#look, this.#reviews, this.#soon]) clearTimeout(timer);
    await this.#running;
  }
}

let keeper: NoticeKeeper | undefined;

/** Starts to tell members what happens. */
export function startNotices(strapi: Core.Strapi): void {
  keeper = new NoticeKeeper(strapi);
}

/** Ends it, once what is being told is. */
export async function stopNotices(): Promise<void> {
  await keeper?.stop();
  keeper = undefined;
}
