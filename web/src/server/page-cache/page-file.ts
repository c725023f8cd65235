import { createHash } from "node:crypto";
import { z } from "zod";
import { encodings, type Page } from "./page.ts";

const length = z.int().min(0);
const headSchema = z.object({
  key: z.string(),
  stamp: z.object({ generation: z.string(), seq: z.int().min(0) }),
  tags: z.array(z.string()),
  headers: z.array(z.tuple([z.string(), z.string()])),
  etag: z.string(),
  /** Bytes of each body, in the order of `encodings`. */
  lengths: z.tuple([length, length, length]),
  /** SHA-256 of the bodies: a power cut may leave a file with the right length and no bytes in it. */
  digest: z.string(),
});

/** A page as a file: one line of JSON, then its bodies one after another. */
export function encodePage({ key, stamp, tags, headers, etag, bodies }: Page): Buffer {
  const bytes = Buffer.concat(encodings.map((encoding) => bodies[encoding]));
  const lengths = encodings.map((encoding) => bodies[encoding].length);
  const head = JSON.stringify({ key, stamp, tags, headers, etag, lengths, digest: digestOf(bytes) });
  return Buffer.concat([Buffer.from(`${head}\n`), bytes]);
}

/** The page in a file, or undefined if the file is damaged or holds another address. */
export function decodePage(file: Buffer, key: string): Page | undefined {
  const end = file.indexOf("\n");
  const head = headSchema.safeParse(parseJson(file.toString("utf8", 0, Math.max(end, 0))));
  if (!head.success || head.data.key !== key) return undefined;
  const { lengths, digest, ...page } = head.data;
  const bytes = file.subarray(end + 1);
  if (digestOf(bytes) !== digest) return undefined;
  const [br, gzip] = lengths;
  const bodies = {
    br: bytes.subarray(0, br),
    gzip: bytes.subarray(br, br + gzip),
    identity: bytes.subarray(br + gzip),
  };
  return { ...page, bodies };
}

const digestOf = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("base64url");

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
