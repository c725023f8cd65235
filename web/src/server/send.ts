import type { IncomingMessage, ServerResponse } from "node:http";
import { chooseEncoding } from "./encoding.ts";
import { compress, type Encoding, isCompressible, type Page } from "./page-cache/page.ts";

type HeaderList = readonly (readonly [string, string])[];

/** Headers of whatever the site answers. */
export const commonHeaders = [
  ["X-Content-Type-Options", "nosniff"],
  ["Referrer-Policy", "strict-origin-when-cross-origin"],
  ["Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
] as const satisfies HeaderList;

/** Headers that the server itself decides on. */
const ours = new Set(["content-length", "content-encoding", "etag", "vary", "transfer-encoding", "connection"]);

/** Headers of a render, with the charset that Astro leaves out. */
const fromRender = (headers: HeaderList, left: (name: string) => boolean): HeaderList =>
  headers
    .filter(([name]) => !ours.has(name) && !left(name))
    .map(([name, value]) => [name, value === "text/html" ? "text/html; charset=utf-8" : value]);

const heads = new WeakMap<Page, Map<Encoding, string[]>>();

/** Names and values in turn, as `writeHead` takes them fastest; made once per page and encoding. */
function headOf(page: Page, encoding: Encoding): string[] {
  const known = heads.get(page) ?? new Map<Encoding, string[]>();
  heads.set(page, known);
  const made = known.get(encoding);
  if (made) return made;
  const head = [
    ...fromRender(page.headers, (name) => name === "cache-control" || name === "set-cookie"),
    ...commonHeaders,
    ["Cache-Control", "no-cache"],
    ["Vary", "Accept-Encoding"],
    ["ETag", page.etag],
    ["Content-Length", String(page.bodies[encoding].length)],
    ...(encoding === "identity" ? [] : [["Content-Encoding", encoding]]),
  ].flat();
  known.set(encoding, head);
  return head;
}

/** Sends a kept page, or 304 to a reader who has it. */
export function sendPage(req: IncomingMessage, res: ServerResponse, page: Page): void {
  const known = req.headers["if-none-match"];
  if (known !== undefined && (known === "*" || known.includes(page.etag))) {
    res.writeHead(304, ["ETag", page.etag, "Cache-Control", "no-cache", "Vary", "Accept-Encoding"]);
    res.end();
    return;
  }
  const wanted = chooseEncoding(req.headers["accept-encoding"]);
  const encoding = page.bodies[wanted].length === 0 ? "identity" : wanted;
  res.writeHead(200, headOf(page, encoding));
  if (req.method === "HEAD") res.end();
  else res.end(page.bodies[encoding]);
}

/** What is sent once and not kept. */
export interface Reply {
  readonly status: number;
  readonly headers: HeaderList;
  readonly body: Buffer;
}

/** Sends an answer that isn't kept. Unless it says otherwise, nobody may keep it. */
export async function sendReply(req: IncomingMessage, res: ServerResponse, reply: Reply): Promise<void> {
  const wanted = chooseEncoding(req.headers["accept-encoding"]);
  const encoding = reply.body.length < 1024 || !isCompressible(reply.headers) ? "identity" : wanted;
  const body = await compress(reply.body, encoding);
  const silent = reply.headers.every(([name]) => name !== "cache-control");
  const vary = reply.headers.find(([name]) => name === "vary")?.[1];
  const head = [
    ...fromRender(reply.headers, () => false),
    ...commonHeaders,
    ...(silent ? [["Cache-Control", "no-store"]] : []),
    ["Vary", vary === undefined ? "Accept-Encoding" : `${vary}, Accept-Encoding`],
    ["Content-Length", String(body.length)],
    ...(encoding === "identity" ? [] : [["Content-Encoding", encoding]]),
  ].flat();
  res.writeHead(reply.status, head);
  if (req.method === "HEAD") res.end();
  else res.end(body);
}
