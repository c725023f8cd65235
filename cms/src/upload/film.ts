import { boxesOf } from "./iso-boxes.ts";

const holders = new Set(["moov", "trak", "mdia", "moof", "traf"]);
const told = new Set(["udta", "meta", "uuid"]);

/** An MP4 or M4A without what it tells of place, camera and author: those boxes are left empty, so that nothing else moves. */
export function withoutTold(film: Buffer): Buffer {
  const bytes = Buffer.from(film);
  const clean = (from: number, to: number): void => {
    for (const { type, start, contentStart, end } of boxesOf(bytes, from, to)) {
      if (holders.has(type)) clean(contentStart, end);
      if (!told.has(type)) continue;
      bytes.write("free", start + 4, "latin1");
      bytes.fill(0, contentStart, end);
    }
  };
  clean(0, bytes.length);
  return bytes;
}
