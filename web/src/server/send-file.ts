import { createReadStream } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { byteRange } from "./media/byte-range.ts";

/** A file to send, and all that is said of it but its length. */
export interface SentFile {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly etag: string;
  readonly headers: readonly (readonly [string, string])[];
}

/** Sends a file or the part of it that is asked for; 304 to a reader who has it. */
export async function sendFile(req: IncomingMessage, res: ServerResponse, file: SentFile): Promise<void> {
  const headers = [...file.headers.flat(), "Accept-Ranges", "bytes", "ETag", file.etag];
  const known = req.headers["if-none-match"];
  if (known !== undefined && (known === "*" || known.includes(file.etag)))
    return void res.writeHead(304, headers).end();
  const range = req.headers["if-range"] === undefined ? byteRange(req.headers.range, file.size) : undefined;
  if (range === "unsatisfiable")
    return void res.writeHead(416, [...headers, "Content-Range", `bytes */${file.size}`]).end();
  const { first, last } = range ?? { first: 0, last: file.size - 1 };
  const part = range ? ["Content-Range", `bytes ${first}-${last}/${file.size}`] : [];
  res.writeHead(range ? 206 : 200, [...headers, ...part, "Content-Length", String(last - first + 1)]);
  if (req.method === "HEAD") return void res.end();
  // A reader who goes away ends it too.
  await pipeline(createReadStream(file.path, { start: first, end: last }), res).catch(() => res.destroy());
}
