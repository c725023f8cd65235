/** A text as a number of 32 bits (FNV-1a over its UTF-16 units): what is chosen by it is always chosen alike. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
