/**
 * Writes a text as search reads it: composed (NFC), in lower case, with straight apostrophes and without ligatures.
 * @example normalise("L’ŒUVRE") // "l'oeuvre"
 */
export const normalise = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[’ʼ‘´`]/g, "'")
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae");

/** A word without its accents. @example foldAccents("été") // "ete" */
export const foldAccents = (word: string): string =>
  isAscii.test(word) ? word : word.normalize("NFD").replace(/\p{M}/gu, "");

const isAscii = /^[ -~]*$/;

const word = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * The words of a text in their order: runs of letters and digits, so that elisions and hyphens fall apart by themselves.
 * @example wordsOf("L’accueil des tiers-lieux") // ["l", "accueil", "des", "tiers", "lieux"]
 */
export const wordsOf = (text: string): string[] => normalise(text).match(word) ?? [];

/** What each UTF-16 unit is, once seen: asking a regular expression at each place of a text takes five times as long. */
const kinds = new Uint8Array(2 ** 16);
const [ofWord, between] = [1, 2] as const;
const sign = /^[\p{L}\p{N}\p{M}]/u;

function isOfWord(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  // Letters beyond the first plane take two units: rare enough to be asked each time.
  if (unit >= 0xd800 && unit <= 0xdfff)
    return sign.test(String.fromCodePoint(text.codePointAt(unit < 0xdc00 ? at : at - 1) ?? 0));
  const known = kinds[unit] || (sign.test(String.fromCharCode(unit)) ? ofWord : between);
  kinds[unit] = known;
  return known === ofWord;
}

/** Where the next word of a text begins, from a place on; its length where there is none. */
export function nextWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isOfWord(text, at)) at++;
  return at;
}

/** Where the word that begins at a place ends. */
export function endOfWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && isOfWord(text, at)) at++;
  return at;
}
