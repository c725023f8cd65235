/** A box of an ISO base media file (AVIF, MP4), by the places of its content in the file. */
export interface Box {
  readonly type: string;
  readonly start: number;
  readonly contentStart: number;
  readonly end: number;
}

/** The boxes between two places of a file; throws a RangeError where they don't fit. */
export function* boxesOf(bytes: Buffer, from = 0, to = bytes.length): Generator<Box> {
  for (let start = from; start < to; ) {
    const length = bytes.readUInt32BE(start);
    const isLong = length === 1;
    const contentStart = start + (isLong ? 16 : 8);
    const end = length === 0 ? to : start + (isLong ? Number(bytes.readBigUInt64BE(start + 8)) : length);
    if (end < contentStart || end > to) throw new RangeError("a box is longer than what holds it");
    yield { type: bytes.toString("latin1", start + 4, start + 8), start, contentStart, end };
    start = end;
  }
}
