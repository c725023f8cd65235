/** A request's address that is safe to look up: printable ASCII, no hidden separators, no way up, decodable. */
export interface Address {
  readonly path: string;
  /** With its question mark; empty if there is none. */
  readonly query: string;
}

const longestPath = 2048;
/** The longest search that may be made, 500 characters, takes up to nine bytes of an address for each. */
const longestQuery = 8192;
/** Can't stand in a header, so neither in the address of a redirect. */
const control = /[\0-\x20\x7f]/;
/** Outside printable ASCII; encoded control characters and separators; empty or dotted segments; backslashes. */
const hostile = /[^\x21-\x7e]|%(?:0|1|7f|2f|5c)|\/\/|\/\.\.?(?:\/|$)|\\/i;
/** Segments of plain words, a dot only in the last: the site has no other addresses, and one page has one address. */
const plain = /^\/(?:[a-z0-9-]{1,120}\/)*(?:[a-z0-9-]{1,120}(?:\.[a-z0-9]{1,8})?)?$/;

/** A request's target without the site's own name, which a client may send along: whichever it is, there is one site here. */
export function originForm(target: string): string {
  const name = /^https?:\/\/[^/?#]+/i.exec(target)?.[0];
  if (name === undefined) return target;
  const rest = target.slice(name.length);
  return rest.startsWith("/") ? rest : `/${rest}`;
}

/** Splits a request's target into path and query; undefined for garbage, which gets a 400. */
export function parseAddress(target: string): Address | undefined {
  if (!target.startsWith("/") || control.test(target)) return undefined;
  const mark = target.indexOf("?");
  const path = mark === -1 ? target : target.slice(0, mark);
  if (path.length > longestPath || target.length - path.length > longestQuery || hostile.test(path)) return undefined;
  try {
    // The result is used so that a bundler can't take the call for a useless one.
    if (decodeURIComponent(path).length === 0) return undefined;
  } catch {
    return undefined;
  }
  return { path, query: mark === -1 ? "" : target.slice(mark) };
}

/** Whether a page or an endpoint may have this path; any other gets a 404 without asking. */
export const isPlainPath = (path: string): boolean => plain.test(path);

/** Whether a path lacks the slash that every page's address ends with. */
export const lacksSlash = (path: string): boolean => !path.endsWith("/") && !path.includes(".");
