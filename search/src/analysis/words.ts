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
