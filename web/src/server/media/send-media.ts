import type { IncomingMessage, ServerResponse } from "node:http";
import { extname } from "node:path";
import { fileKinds, isFileKind } from "@essaim/content";
import { commonHeaders } from "../send.ts";
import { sendFile } from "../send-file.ts";
import type { ServedFile } from "./media-store.ts";

/** What browsers show by themselves; anything else is handed to the reader as a file. */
const shown = /^(?:image|audio|video)\/|^application\/pdf$/;
/** A file opened by itself may do nothing, should a browser take it for a page. Viewers of PDF don't start under these rules. */
const nothingRuns = [
  "Content-Security-Policy",
  "default-src 'none'; img-src 'self'; media-src 'self'; sandbox",
] as const;

type HeaderList = readonly (readonly [string, string])[];

/** What is said of a file by its name on the site; `knownAs` is the name that people know. */
export function headersOfFile(name: string, knownAs: string): HeaderList {
  const ext = extname(name).slice(1);
  const type = isFileKind(ext) ? fileKinds[ext] : "application/octet-stream";
  const disposition = shown.test(type) ? "inline" : "attachment";
  return [
    ["Content-Type", type],
    ["Content-Disposition", `${disposition}; filename*=UTF-8''${encodeURIComponent(nameFor(knownAs, ext))}`],
    ...(type === fileKinds.pdf ? [] : [nothingRuns]),
  ];
}

const headersOf = ({ name, media }: ServedFile): HeaderList => [
  ...headersOfFile(name, media.name),
  ...commonHeaders,
  ["Cache-Control", "public, max-age=31536000, immutable"],
];

/** The name that people know, with the ending of these bytes. */
const nameFor = (name: string, ext: string): string => `${name.slice(0, name.length - extname(name).length)}.${ext}`;

/** Sends a file or the part of it that is asked for; bytes under one name never change. */
export const sendMedia = (req: IncomingMessage, res: ServerResponse, file: ServedFile): Promise<void> =>
  sendFile(req, res, { path: file.path, size: file.size, etag: `"${file.name}"`, headers: headersOf(file) });
