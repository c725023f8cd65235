const jfif = 0xe0;
const adobe = 0xee;
const startOfScan = 0xda;
const endOfImage = 0xd9;
/** Tables, and frames that are coded by Huffman: baseline, extended and progressive. */
const needed = new Set([0xdb, 0xc4, 0xdd, 0xc0, 0xc1, 0xc2, startOfScan, adobe]);

/** A JFIF header of this length holds no preview. */
const jfifLength = 16;
/** The header of the only frame: its tenth byte counts the colours; four of them are inks, which not every browser shows alike. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xc2;
const coloursAt = 9;

/** Whether a JPEG is nothing but its points. */
export function isBareJpeg(bytes: Buffer): boolean {
  let at = 2;
  if (bytes.readUInt16BE(0) !== 0xffd8) return false;
  for (;;) {
    if (bytes.readUInt8(at) !== 0xff) return false;
    const marker = bytes.readUInt8(at + 1);
    if (marker === endOfImage) return at + 2 === bytes.length;
    const length = bytes.readUInt16BE(at + 2);
    if (marker === jfif ? length !== jfifLength : !needed.has(marker)) return false;
    if (isFrame(marker) && bytes.readUInt8(at + coloursAt) > 3) return false;
    at += 2 + length;
    if (marker === startOfScan) at = endOfScan(bytes, at);
  }
}

/** Within a scan, 0xff is followed by 0 or by a restart marker. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); ; at = bytes.indexOf(0xff, at + 2)) {
    if (at === -1) throw new RangeError("the scan has no end");
    const next = bytes.readUInt8(at + 1);
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
  }
}
