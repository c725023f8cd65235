/**
 * A word as a number of 32 bits (FNV-1a over its UTF-16 units): documents keep thousands of them. Zero stands for no word.
 * @example keyOf("jardin") // 3_364_312_811
 */
export function keyOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index++) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return hash >>> 0 || 1;
}
