const needed = new Set(["VP8 ", "VP8L", "VP8X", "ALPH"]);
/** Of the flags of an extended file, the one that says that it is transparent. */
const alphaFlag = 0x10;

/** Whether a WebP is nothing but its points. */
export function isBareWebp(bytes: Buffer): boolean {
  if (bytes.readUInt32LE(4) + 8 !== bytes.length) return false;
  let at = 12;
  while (at < bytes.length) {
    const type = bytes.toString("latin1", at, at + 4);
    if (!needed.has(type)) return false;
    if (type === "VP8X" && (bytes.readUInt8(at + 8) & ~alphaFlag) !== 0) return false;
    const length = bytes.readUInt32LE(at + 4);
    at += 8 + length + (length % 2);
  }
  return at === bytes.length;
}
