/** Part of a text; `hit` when it holds what the reader looks for. */
export interface Segment {
  readonly text: string;
  readonly hit: boolean;
}

/** What the engine puts around hits: private-use characters, which no text that people write holds. */
export const marks = { open: "\uE000", close: "\uE001" } as const;

const rest = /^[\p{L}\p{M}\p{N}]+/u;

/**
 * Splits a text marked by the engine; marks that stand alone, as an editor may paste them, are dropped. The engine marks the letters that were
 * typed: a hit goes on to the end of its word.
 */
export function segmentsOf(marked: string): Segment[] {
  const segments: Segment[] = [];
  for (const part of wholeWords(marked).split(/(\uE000[^\uE000\uE001]*\uE001)/u)) {
    const hit = part.startsWith(marks.open) && part.endsWith(marks.close);
    const text = part.replace(/[\uE000\uE001]/gu, "");
    if (text !== "") segments.push({ text, hit });
  }
  return segments;
}

function wholeWords(marked: string): string {
  const [first = "", ...others] = marked.split(marks.close);
  return others.reduce((text, after) => {
    const [end = ""] = rest.exec(after) ?? [];
    const isMark = text.lastIndexOf(marks.open) > text.lastIndexOf(marks.close);
    return isMark ? `${text}${end}${marks.close}${after.slice(end.length)}` : `${text}${marks.close}${after}`;
  }, first);
}

/** The lines of a list of titles or names that hold a hit: the others say nothing of it. */
export const hitLines = (marked: string): string =>
  marked
    .split("\n")
    .filter((line) => line.includes(marks.open))
    .join(" · ");

/** HTML that holds nothing but text and `<mark>`. */
export const htmlOf = (segments: readonly Segment[]): string =>
  segments.map(({ text, hit }) => (hit ? `<mark>${escapeHtml(text)}</mark>` : escapeHtml(text))).join("");

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);

/** The candidate with the most hits, the first among equals. */
export function bestExcerpt(candidates: readonly (readonly Segment[])[]): readonly Segment[] {
  const hits = (segments: readonly Segment[]) => segments.filter(({ hit }) => hit).length;
  const most = Math.max(...candidates.map(hits));
  return candidates.find((segments) => hits(segments) === most) ?? [];
}
