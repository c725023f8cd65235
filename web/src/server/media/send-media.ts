import { createReadStream } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileKinds, isFileKind } from "@essaim/content";
import { commonHeaders } from "../send.ts";
import { byteRange } from "./byte-range.ts";
import type { ServedFile } from "./media-store.ts";

/** What browsers show by themselves; anything else is handed to the reader as a file. */
const shown = /^(?:image|audio|video)\/|^application\/pdf$/;
/** A file opened by itself may do nothing, should a browser take it for a page. Viewers of PDF don't start under these rules. */
const nothingRuns = [
  "Content-Security-Policy",
  "default-src 'none'; img-src 'self'; media-src 'self'; sandbox",
] as const;

function headersOf({ name, media }: ServedFile): readonly (readonly [string, string])[] {
  const ext = extname(name).slice(1);
  const type = isFileKind(ext) ? fileKinds[ext] : "application/octet-stream";
  const disposition = shown.test(type) ? "inline" : "attachment";
  return [
    ["Content-Type", type],
    ["Content-Disposition", `${disposition}; filename*=UTF-8''${encodeURIComponent(nameFor(media.name, ext))}`],
    ...(type === fileKinds.pdf ? [] : [nothingRuns]),
    ...commonHeaders,
    ["Cache-Control", "public, max-age=31536000, immutable"],
    ["Accept-Ranges", "bytes"],
    ["ETag", `"${name}"`],
  ];
}

/** The name that people know, with the ending of these bytes. */
const nameFor = (name: string, ext: string): string => `${name.slice(0, name.length - extname(name).length)}.${ext}`;

/** Sends a file or the part of it that is asked for; bytes under one name never change. */
export async function sendMedia(req: IncomingMessage, res: ServerResponse, file: ServedFile): Promise<void> {
  const headers = headersOf(file).flat();
  if (req.headers["if-none-match"]?.includes(`"${file.name}"`)) return void res.writeHead(304, headers).end();
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
