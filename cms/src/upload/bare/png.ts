const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const needed = new Set(["IHDR", "PLTE", "tRNS", "sRGB", "sBIT", "bKGD", "pHYs", "IDAT", "IEND"]);

/** Whether a PNG is nothing but its points. */
export function isBarePng(bytes: Buffer): boolean {
  if (!bytes.subarray(0, 8).equals(signature)) return false;
  let at = 8;
  for (;;) {
    const type = bytes.toString("latin1", at + 4, at + 8);
    if (!needed.has(type)) return false;
    // Length, type and check sum stand around the data.
    at += 12 + bytes.readUInt32BE(at);
    if (type === "IEND") return at === bytes.length;
  }
}
