/** Characters that French typography sets between a word and its high punctuation, and within numbers. */
const NBSP = "\u00a0";
const NARROW_NBSP = "\u202f";

/**
 * Sets a terminal message as French typography asks: no-break spaces before `: ; ! ?` and within quotes, curly apostrophes.
 * @param {string} text message written on a plain keyboard
 * @example french("C'est prêt : http://localhost:4321") // "C’est prêt : http://localhost:4321", with a no-break space
 * @returns {string}
 */
export function french(text) {
  return text
    .replace(/(?<=\p{L})'(?=[\p{L}«])/gu, "’")
    .replace(/ :(?=\s|$)/g, `${NBSP}:`)
    .replace(/ ([;!?])/g, `${NARROW_NBSP}$1`)
    .replace(/« /g, `«${NBSP}`)
    .replace(/ »/g, `${NBSP}»`)
    .replace(/(?<=\d) (?=(?:s|min|Mo|Go|ms)(?!\p{L}))/gu, NARROW_NBSP);
}
