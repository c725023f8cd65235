import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { mediaHashSchema, mediaSchema } from "@essaim/content";
import { z } from "zod";

const aboutSchema = z.object({
  media: mediaSchema,
  stamp: z.object({ generation: z.string(), seq: z.int().min(0) }),
  tags: z.array(z.string()),
});

/** What is known of a file: when the CMS was asked, and what it depends on since. */
export type About = z.infer<typeof aboutSchema>;

/** A file with those of its copies that are on the disk, and their lengths in bytes by name. */
export interface KeptMedia extends About {
  readonly sizes: Map<string, number>;
}

const aboutFile = "about.json";

/** The folder of files, one folder a hash: what is known in `about.json`, and the bytes under their names on the site. */
export class MediaFolder {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  /** Where a file's bytes are. */
  pathOf(hash: string, name: string): string {
    return join(this.#root, hash, name);
  }

  /** All that was kept; what is not whole is removed. */
  async read(): Promise<KeptMedia[]> {
    await mkdir(this.#root, { recursive: true });
    const kept: KeptMedia[] = [];
    for (const hash of await readdir(this.#root)) {
      const one = await this.#readOne(hash).catch(() => undefined);
      if (one) kept.push(one);
      else await this.forget(hash);
    }
    return kept;
  }

  async #readOne(hash: string): Promise<KeptMedia> {
    const about = aboutSchema.parse(
      JSON.parse(await readFile(this.pathOf(mediaHashSchema.parse(hash), aboutFile), "utf8")),
    );
    const sizes = new Map<string, number>();
    for (const name of await readdir(join(this.#root, hash))) {
      const path = this.pathOf(hash, name);
      if (name.endsWith(".new")) await rm(path);
      else if (name !== aboutFile) sizes.set(name, (await stat(path)).size);
    }
    return { ...about, sizes };
  }

  /** Writes down what is known of a file. */
  async write({ media, stamp, tags }: About): Promise<void> {
    await mkdir(join(this.#root, media.hash), { recursive: true });
    await this.#whole(media.hash, aboutFile, (path) => writeFile(path, JSON.stringify({ media, stamp, tags })));
  }

  /** Keeps bytes; returns their length. */
  async keep(hash: string, name: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
    await this.#whole(hash, name, (path) => pipeline(bytes, createWriteStream(path)));
    return (await stat(this.pathOf(hash, name))).size;
  }

  async #whole(hash: string, name: string, write: (path: string) => Promise<void>): Promise<void> {
    const fresh = this.pathOf(hash, `${randomUUID()}.new`);
    try {
      await write(fresh);
      await rename(fresh, this.pathOf(hash, name));
    } catch (error) {
      await rm(fresh, { force: true });
      throw error;
    }
  }

  /** Removes a file and its copies. */
  async forget(hash: string): Promise<void> {
    await rm(join(this.#root, hash), { recursive: true, force: true });
  }
}
