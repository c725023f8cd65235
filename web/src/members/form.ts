import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

/** Most bytes of a member's form: a report of ten thousand words reaches the CMS, which says what is too long in it. */
const mostBytes = 524_288;

/** The fields of a form that was sent; undefined when it is no form, or too long for ours. */
export async function readForm(req: IncomingMessage): Promise<URLSearchParams | undefined> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(req.headers["content-type"] ?? "")) return undefined;
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of req) {
    const bytes = Buffer.from(part);
    length += bytes.length;
    if (length > mostBytes) return undefined;
    parts.push(bytes);
  }
  return new URLSearchParams(Buffer.concat(parts).toString());
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
