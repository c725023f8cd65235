import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip as gzipCompress } from "node:zlib";
import { isWithdrawalTag } from "../../content/tags.ts";
import type { FeedClock } from "./feed-clock.ts";

/** Encodings in which a page's body is kept. */
export const encodings = ["br", "gzip", "identity"] as const;
/** An encoding in which a page's body is kept. */
export type Encoding = (typeof encodings)[number];

/** When a page's render began: a feed position, and the generation it belongs to. */
export interface Stamp {
  readonly generation: string;
  readonly seq: number;
}

/** A rendered page as it is kept: what it shows, when it began to be rendered, and its bytes. */
export interface Page {
  readonly key: string;
  readonly stamp: Stamp;
  readonly tags: readonly string[];
  /** Headers that the render gave, lower-case names. */
  readonly headers: readonly (readonly [string, string])[];
  readonly etag: string;
  /** Those of an encoding that saves nothing have no bytes. */
  readonly bodies: Readonly<Record<Encoding, Buffer>>;
}

/** What a page is made of, before its bytes are compressed. */
export interface PageSource {
  readonly key: string;
  readonly stamp: Stamp;
  readonly tags: Iterable<string>;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
}

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzipCompress);

/** Compresses bytes. Brotli stops at 5: 11 costs forty times more for 5 % fewer bytes. */
export async function compress(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === "identity") return body;
  if (encoding === "gzip") return compressGzip(body);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
  return compressBrotli(body, { params });
}

/** Whether an answer with these headers gets smaller by compression; pictures, sound and films are compressed already. */
export const isCompressible = (headers: PageSource["headers"]): boolean =>
  !headers.some(
    ([name, value]) => name.toLowerCase() === "content-type" && /^(?:image\/(?!svg)|audio\/|video\/)/.test(value),
  );

/** Makes a page of what was rendered. */
export async function makePage({ key, stamp, tags, headers, body }: PageSource): Promise<Page> {
  const packed = isCompressible(headers) ? (["br", "gzip"] as const) : [];
  const [br = Buffer.alloc(0), gzip = br] = await Promise.all(packed.map((encoding) => compress(body, encoding)));
  const etag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  return { key, stamp, tags: [...tags], headers, etag, bodies: { br, gzip, identity: body } };
}

/** What is kept with the feed position at which it was read, and the tags that it depends on. */
export type Dated = Pick<Page, "stamp" | "tags">;

/** Whether nothing that a page shows changed since its render began. */
export const isFresh = (page: Dated, clock: FeedClock): boolean =>
  page.stamp.generation === clock.generation && !clock.changedSince(page.stamp.seq, page.tags);

/** Whether an out-of-date page may be served while the CMS is down: not once its document was withdrawn. */
export const isServable = (page: Dated, clock: FeedClock): boolean =>
  page.stamp.generation === clock.generation && !clock.changedSince(page.stamp.seq, page.tags.filter(isWithdrawalTag));

/** Bytes that a page takes in memory, about. */
export const sizeOf = ({ bodies }: Page): number =>
  bodies.br.length + bodies.gzip.length + bodies.identity.length + 2048;
