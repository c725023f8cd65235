import { randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { CmsUnavailable } from "../../content/unavailable.ts";
import type { FeedClock } from "../page-cache/feed-clock.ts";
import type { Stamp } from "../page-cache/page.ts";

/** A package on the disk: the feed position at which its making began, and the SHA-256 and number of its bytes. */
export interface KeptPackage {
  readonly path: string;
  readonly stamp: Stamp;
  readonly hash: string;
  readonly size: number;
}

/** What a store of the portal's package works with. */
export interface PackageStoreOptions {
  readonly folder: string;
  /** Packages of other editions are removed: another build, or another public address, makes others. */
  readonly edition: string;
  readonly clock: FeedClock;
  /** Writes a package at a path; returns the SHA-256 of its bytes. */
  readonly write: (path: string) => Promise<string>;
}

interface Making {
  readonly stamp: Stamp;
  readonly made: Promise<KeptPackage>;
}

/** The package of all that is published, made when someone asks for it and kept until anything changes. */
export class PackageStore {
  readonly #options: PackageStoreOptions;
  #kept: KeptPackage | undefined;
  #making: Making | undefined;

  private constructor(options: PackageStoreOptions) {
    this.#options = options;
  }

  /** Opens the folder with the package that an earlier run left in it, if it is of this edition. */
  static async open(options: PackageStoreOptions): Promise<PackageStore> {
    const store = new PackageStore(options);
    await mkdir(options.folder, { recursive: true });
    for (const name of await readdir(options.folder)) await store.#takeUp(name);
    await store.settle();
    return store;
  }

  /** The package, never older than the changes known when it is asked for. Throws `CmsUnavailable`. */
  async get(): Promise<KeptPackage> {
    const { clock } = this.#options;
    if (clock.feed === undefined) throw new CmsUnavailable("The feed was not read yet.");
    const asked = stampOf(clock);
    if (this.#kept && holds(this.#kept, asked)) return this.#kept;
    const making = this.#making;
    if (making && holds(making, asked)) return making.made;
    // One at a time; this one began before a change that the reader must see.
    await making?.made.catch(() => undefined);
    return (this.#making ?? this.#begin()).made;
  }

  /** Removes a package that something changed since: it may hold what was withdrawn. */
  async settle(): Promise<void> {
    const { clock } = this.#options;
    const kept = this.#kept;
    if (!kept || clock.feed === undefined || holds(kept, stampOf(clock))) return;
    this.#kept = undefined;
    await rm(kept.path, { force: true });
  }

  #begin(): Making {
    const stamp = stampOf(this.#options.clock);
    const made = this.#make(stamp).finally(() => {
      this.#making = undefined;
    });
    this.#making = { stamp, made };
    return this.#making;
  }

  async #make(stamp: Stamp): Promise<KeptPackage> {
    const { folder, edition, write } = this.#options;
    const fresh = join(folder, `${randomUUID()}.new`);
    try {
      const hash = await write(fresh);
      const { size } = await stat(fresh);
      const former = this.#kept;
      const kept = {
        path: join(folder, [edition, stamp.generation, stamp.seq, hash, "zip"].join(".")),
        stamp,
        hash,
        size,
      };
      await rename(fresh, kept.path);
      this.#kept = kept;
      if (former && former.path !== kept.path) await rm(former.path, { force: true });
      return kept;
    } finally {
      await rm(fresh, { force: true });
    }
  }

  async #takeUp(name: string): Promise<void> {
    const path = join(this.#options.folder, name);
    const [edition, generation = "", seq = "", hash = "", ending] = name.split(".");
    if (this.#kept || ending !== "zip" || edition !== this.#options.edition) return rm(path, { force: true });
    this.#kept = { path, stamp: { generation, seq: Number(seq) }, hash, size: (await stat(path)).size };
  }
}

const stampOf = ({ generation, seq }: FeedClock): Stamp => ({ generation, seq });

/** Whether what began at a position holds all that was known at another. */
const holds = ({ stamp }: { readonly stamp: Stamp }, asked: Stamp): boolean =>
  stamp.generation === asked.generation && stamp.seq >= asked.seq;
