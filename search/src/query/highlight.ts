/** Part of a text; `hit` when it holds what the reader looks for. */
export interface Segment {
  readonly text: string;
  readonly hit: boolean;
}

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
