import { setTimeout as sleep } from "node:timers/promises";

const patienceMs = 60_000;
const pauseMs = 100;

/** Does things until they are acknowledged, as someone does who sees that the server is away. */
export class Persistence {
  #acknowledged = 0;
  #unacknowledged = 0;

  /** Writes that were answered with success. */
  get acknowledged(): number {
    return this.#acknowledged;
  }

  /** Tries that nobody answered, or that the server could not carry out. */
  get unacknowledged(): number {
    return this.#unacknowledged;
  }

  /** Writes one thing, or several at once, until it is acknowledged. */
  async write(work: () => Promise<unknown>, count = 1): Promise<void> {
    await this.insist(work);
    this.#acknowledged += count;
  }

  /** Tries until there is an answer; a refusal, which would be the same again, is thrown. */
  async insist<T>(work: () => Promise<T>): Promise<T> {
    for (const deadline = Date.now() + patienceMs; ; ) {
      try {
        return await work();
      } catch (error) {
        const isRefusal = error instanceof Error && / answered 4\d\d/.test(error.message);
        if (isRefusal || Date.now() > deadline) throw error;
        this.#unacknowledged += 1;
        await sleep(pauseMs);
      }
    }
  }
}
