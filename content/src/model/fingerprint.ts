import { canonicalJson } from "./canonical.ts";

/**
 * A short name for what a value says: the same for equal values, and for others as good as never (53 bits of cyrb53, in base 36).
 * Nobody is kept from forging it: it tells changes apart, it protects nothing.
 * @see https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js
 */
export function fingerprintOf(value: unknown): string {
  const text = canonicalJson(value) ?? "";
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
