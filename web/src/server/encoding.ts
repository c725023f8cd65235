import type { Encoding } from "./page-cache/page.ts";

const known = new Map<string, Encoding>();
/** Browsers send a handful of values; anything beyond is someone's play. */
const mostKnown = 200;

/** The best encoding that a reader's `Accept-Encoding` allows. @see https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3 */
export function chooseEncoding(header: string | string[] | undefined): Encoding {
  if (typeof header !== "string") return "identity";
  const chosen = known.get(header);
  if (chosen) return chosen;
  const encoding = readHeader(header);
  if (known.size < mostKnown) known.set(header, encoding);
  return encoding;
}

function readHeader(header: string): Encoding {
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((word) => word.trim());
    const quality = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
    weights.set(name, quality === undefined ? 1 : Number(quality) || 0);
  }
  const weightOf = (name: string) => weights.get(name) ?? weights.get("*") ?? 0;
  const [br, gzip] = [weightOf("br"), weightOf("gzip")];
  if (br > 0 && br >= gzip) return "br";
  return gzip > 0 ? "gzip" : "identity";
}
