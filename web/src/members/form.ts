import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { maxFileBytes } from "@essaim/content";

/** Most bytes of a member's form: a report of ten thousand words reaches the CMS, which says what is too long in it. */
const mostBytes = 524_288;

/** Files that a form sent, by the names of their fields. */
export type SentFiles = ReadonlyMap<string, File>;

/** What a form sent. */
export interface SentForm {
  readonly fields: URLSearchParams;
  readonly files: SentFiles;
}

/** Most bytes of a form that brings files: two of the largest, and what is written. */
export const mostBytesWithFiles = 2 * maxFileBytes + 2 * mostBytes;

/** Whether a request says that it brings files. */
export const bringsFiles = ({ headers }: IncomingMessage): boolean =>
  /^multipart\/form-data\b/i.test(headers["content-type"] ?? "");

/** What a form sent; `none` when it is no form of ours, `too-long` when it holds more than `most` bytes. */
export async function readForm(req: IncomingMessage, most = mostBytes): Promise<SentForm | "none" | "too-long"> {
  const type = req.headers["content-type"] ?? "";
  const isPlain = /^application\/x-www-form-urlencoded\b/i.test(type);
  if (!isPlain && !bringsFiles(req)) return "none";
  const body = await readBody(req, isPlain ? mostBytes : most);
  if (body === undefined) return "too-long";
  if (isPlain) return { fields: new URLSearchParams(body.toString()), files: new Map() };
  return readParts(body, type);
}

/** All that was sent, or nothing where it is too much: it is still let in, up to a bound, for a browser that sends hears no answer. */
async function readBody(req: IncomingMessage, most: number): Promise<Buffer<ArrayBuffer> | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of req) {
    const bytes = Buffer.from(part);
    length += bytes.length;
    if (length > 4 * most) return undefined;
    if (length <= most) parts.push(bytes);
    else parts.length = 0;
  }
  return length > most ? undefined : Buffer.concat(parts);
}

async function readParts(body: Buffer<ArrayBuffer>, type: string): Promise<SentForm | "none"> {
  const form = await new Response(body, { headers: { "content-type": type } }).formData().catch(() => undefined);
  if (form === undefined) return "none";
  const fields = new URLSearchParams();
  const files = new Map<string, File>();
  let written = 0;
  for (const [name, value] of form) {
    if (typeof value !== "string") {
      // A field in which no file was chosen sends one without a name.
      if (value.name !== "") files.set(name, value);
      continue;
    }
    written += name.length + value.length;
    fields.append(name, value);
  }
  return written > mostBytes ? "none" : { fields, files };
}

/**
 * Whether a form was sent from a page of this site: browsers name the page's origin with each one, and no other site can change what they name.
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 */
export function isOwnForm({ headers }: IncomingMessage, publicUrl: string): boolean {
  const { origin, host } = headers;
  if (origin === undefined || !URL.canParse(origin)) return false;
  return origin === publicUrl || new URL(origin).host === host;
}

/** Loopback, link-local and private networks: what asks from there on behalf of others is a proxy of ours. */
const near = /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|::1$|f[cd]|fe80:)/i;

/** From where a request comes: attempts are counted by it. */
export function originOf({ socket, headers }: IncomingMessage): string {
  const direct = (socket.remoteAddress ?? "unknown").replace(/^::ffff:/, "");
  if (!near.test(direct)) return direct;
  const told =
    String(headers["x-forwarded-for"] ?? "")
      .split(",")
      .at(-1)
      ?.trim() ?? "";
  return isIP(told) ? told : direct;
}
