import type { Locale } from "@essaim/content";

const noBreak = "\u00a0";
const narrowNoBreak = "\u202f";

/** Puts the non-breaking spaces that French asks for around its punctuation and before its units. */
const french = (text: string): string =>
  text
    .replace(/« ?(?=\S)/g, `«${noBreak}`)
    .replace(/(?<=\S) ?»/g, `${noBreak}»`)
    .replace(/ :(?=\s|$)/g, `${noBreak}:`)
    .replace(/ ([;!?])/g, `${narrowNoBreak}$1`)
    .replace(/(\d) (?=[€%]|(?:h|min|ans?|km|ko|Mo)\b)/g, `$1${noBreak}`)
    .replace(/(\d) (?=\d{3}(?!\d))/g, `$1${narrowNoBreak}`)
    .replace(/(\d\u00a0h) (?=\d{2}\b)/g, `$1${noBreak}`);

/**
 * The same value, with every text in it spaced as its language asks: no line begins with a colon or ends with an opening quote.
 * @example typeset("Qui ?", "fr") // "Qui\u202f?"
 */
export function typeset<T>(value: T, locale: Locale): T {
  return locale === "fr" ? (spaced(value) as T) : value;
}

function spaced(value: unknown): unknown {
  if (typeof value === "string") return french(value);
  if (Array.isArray(value)) return value.map(spaced);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, spaced(inner)]));
}
