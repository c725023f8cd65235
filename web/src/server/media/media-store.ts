import {
  copiesOnPages,
  type Key,
  locales,
  type Media,
  mediaFileName,
  type PublishedType,
  splitKey,
} from "@essaim/content";
import { LRUCache } from "lru-cache";
import type { MediaLoader } from "../../content/load-media.ts";
import { withdrawalTag } from "../../content/tags.ts";
import { log, reasonOf } from "../log.ts";
import type { FeedClock } from "../page-cache/feed-clock.ts";
import { isFresh, isServable, type Stamp } from "../page-cache/page.ts";
import { type KeptMedia, MediaFolder } from "./kept-media.ts";

/** A file that may be sent: where its bytes are, and what is known of it. */
export interface ServedFile {
  readonly path: string;
  readonly size: number;
  readonly name: string;
  readonly media: Media;
}

/** What a store of files works with. */
export interface MediaStoreOptions {
  readonly folder: string;
  readonly clock: FeedClock;
  readonly loader: MediaLoader;
  /** Bound of the folder, in bytes. */
  readonly maxBytes: number;
}

/** A question to the CMS about a file, and the feed position at which it was asked. */
interface Question {
  readonly seq: number;
  readonly answer: Promise<KeptMedia | undefined>;
}

const named = /^([0-9a-f]{64})(?:-[1-9]\d{0,4})?\.[a-z0-9]{1,8}$/;

/**
 * Files and their copies, kept on this machine's disk for as long as a live document shows them. Like a page, a file carries the feed position at
 * which the CMS was asked and the documents that show it: it is served without asking while none of them changed.
 */
export class MediaStore {
  readonly #options: MediaStoreOptions;
  readonly #folder: MediaFolder;
  readonly #kept: LRUCache<string, KeptMedia>;
  /** Names that the CMS doesn't know, by the feed position at which it said so. */
  readonly #absent = new LRUCache<string, Stamp>({ max: 10_000 });
  readonly #questions = new Map<string, Question>();
  readonly #loads = new Map<string, Promise<number | undefined>>();
  #warming: Promise<unknown> = Promise.resolve();

  private constructor(options: MediaStoreOptions, folder: MediaFolder) {
    this.#options = options;
    this.#folder = folder;
    this.#kept = new LRUCache({
      maxSize: options.maxBytes,
      sizeCalculation: ({ sizes }) => 4096 + [...sizes.values()].reduce((sum, size) => sum + size, 0),
      dispose: (_, hash, reason) => {
        if (reason !== "set") void this.#forget(hash);
      },
    });
  }

  /** Opens the folder with what an earlier run left in it. */
  static async open(options: MediaStoreOptions): Promise<MediaStore> {
    const folder = new MediaFolder(options.folder);
    const store = new MediaStore(options, folder);
    for (const one of await folder.read()) store.#kept.set(one.media.hash, one);
    return store;
  }

  /** A file or a copy by its name on the site; undefined when no live document shows it. Throws `CmsUnavailable`. */
  async get(name: string): Promise<ServedFile | undefined> {
    const hash = named.exec(name)?.[1];
    if (hash === undefined || this.#isAbsent(hash) || this.#isAbsent(name)) return undefined;
    const kept = await this.#current(hash);
    if (!kept) return undefined;
    const size = kept.sizes.get(name) ?? (await this.#fetch(kept, name));
    if (size === undefined) return undefined;
    return { path: this.#folder.pathOf(hash, name), size, name, media: kept.media };
  }

  /** Asks again for every file that may have changed, so that what was withdrawn leaves the disk although nobody asks for it. */
  async settle(): Promise<void> {
    const stale = [...this.#kept.entries()].filter(([, kept]) => !isFresh(kept, this.#options.clock));
    for (const [hash] of stale) await this.#current(hash).catch(() => undefined);
  }

  /** Resolves once the copies that go with files asked for so far are there. */
  async warmed(): Promise<void> {
    await this.#warming;
  }

  async #current(hash: string): Promise<KeptMedia | undefined> {
    const { clock } = this.#options;
    const kept = this.#kept.get(hash);
    if (kept && isFresh(kept, clock)) return kept;
    const question = this.#questions.get(hash) ?? this.#begin(hash);
    const answer = await question.answer;
    if (question.seq === clock.seq || (answer && isFresh(answer, clock))) return answer;
    // It was asked before a change that this reader must see.
    return (this.#questions.get(hash) ?? this.#begin(hash)).answer;
  }

  #begin(hash: string): Question {
    const answer = this.#ask(hash).finally(() => this.#questions.delete(hash));
    const question = { seq: this.#options.clock.seq, answer };
    this.#questions.set(hash, question);
    return question;
  }

  async #ask(hash: string): Promise<KeptMedia | undefined> {
    const { clock, loader } = this.#options;
    const kept = this.#kept.get(hash);
    const stamp = stampOf(clock);
    try {
      const about = await loader.about(hash);
      if (!about) {
        this.#absent.set(hash, stamp);
        this.#kept.delete(hash);
        return undefined;
      }
      const fresh = { media: about.media, stamp, tags: tagsOf(about.shownBy), sizes: kept?.sizes ?? new Map() };
      await this.#folder.write(fresh);
      this.#kept.set(hash, fresh);
      return fresh;
    } catch (error) {
      if (kept && isServable(kept, clock)) return kept;
      throw error;
    }
  }

  async #fetch(kept: KeptMedia, name: string): Promise<number | undefined> {
    const size = await this.#loadOnce(kept, name);
    if (size !== undefined) this.#warm(kept);
    return size;
  }

  #loadOnce(kept: KeptMedia, name: string): Promise<number | undefined> {
    const load = this.#loads.get(name) ?? this.#load(kept, name).finally(() => this.#loads.delete(name));
    this.#loads.set(name, load);
    return load;
  }

  async #load(kept: KeptMedia, name: string): Promise<number | undefined> {
    const { hash } = kept.media;
    const stamp = stampOf(this.#options.clock);
    const bytes = await this.#options.loader.bytes(hash, name);
    if (!bytes) {
      this.#absent.set(name, stamp);
      return undefined;
    }
    const size = await this.#folder.keep(hash, name, bytes);
    kept.sizes.set(name, size);
    // Set again so that its new weight counts; the answer about it may have changed in the meantime.
    const now = this.#kept.get(hash);
    if (now) this.#kept.set(hash, now);
    else await this.#forget(hash);
    return size;
  }

  /** Readers of one page ask for different copies: all are fetched with the first, so that they are there when the CMS isn't. */
  #warm(kept: KeptMedia): void {
    const missing = copiesOnPages(kept.media)
      .map((copy) => mediaFileName(kept.media, copy))
      .filter((name) => !kept.sizes.has(name));
    for (const name of missing)
      this.#warming = this.#warming
        .then(() => (kept.sizes.has(name) ? undefined : this.#loadOnce(kept, name)))
        .catch(() => undefined);
  }

  async #forget(hash: string): Promise<void> {
    await this.#folder
      .forget(hash)
      .catch((error: unknown) => log("file-not-removed", { hash, reason: reasonOf(error) }));
  }

  /** What is absent may be published with the next change. */
  #isAbsent(name: string): boolean {
    const { clock } = this.#options;
    const stamp = this.#absent.get(name);
    return stamp?.seq === clock.seq && stamp.generation === clock.generation && clock.feed !== undefined;
  }
}

const stampOf = ({ generation, seq }: FeedClock): Stamp => ({ generation, seq });

/** Every change of a document that shows a file, and its withdrawal in any language. */
const tagsOf = (shownBy: readonly Key[]): string[] =>
  shownBy.flatMap((key) => {
    const { type, uid } = splitKey(key);
    return [key, ...[...locales, null].map((locale) => withdrawalTag(type as PublishedType, uid, locale))];
  });
