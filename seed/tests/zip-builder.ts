import { crc32, deflateRawSync } from "node:zlib";

/** An entry of a hand-made archive; what isn't said is as an honest program would write it. */
export interface ZipEntry {
  readonly name: string;
  readonly data?: string | Buffer;
  readonly method?: number;
  readonly mode?: number;
  readonly flags?: number;
  readonly declaredSize?: number;
  readonly crc?: number;
}

/** Builds a .zip byte by byte, so that it may hold what proper libraries refuse to write. */
export function buildZip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { name, fields, packed } = prepare(entry);
    const local = Buffer.concat([signature(0x04034b50), fields, name, packed]);
    directory.push(Buffer.concat([signature(0x02014b50), bytes16(0x031e), fields, tail(entry, offset), name]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const count = bytes16(entries.length);
  const end = [signature(0x06054b50), bytes16(0), bytes16(0), count, count];
  return Buffer.concat([...parts, central, ...end, bytes32(central.length), bytes32(offset), bytes16(0)]);
}

function prepare(entry: ZipEntry) {
  const data = Buffer.from(entry.data ?? "");
  const method = entry.method ?? 8;
  const packed = method === 8 ? deflateRawSync(data) : data;
  const name = Buffer.from(entry.name, "latin1");
  const sizes = [bytes32(entry.crc ?? crc32(data)), bytes32(packed.length), bytes32(entry.declaredSize ?? data.length)];
  const head = [bytes16(20), bytes16(entry.flags ?? 0), bytes16(method), bytes16(0), bytes16(0x21)];
  return { name, packed, fields: Buffer.concat([...head, ...sizes, bytes16(name.length), bytes16(0)]) };
}

/** The end of a central directory record: comment, disk, attributes, place of the file. */
const tail = ({ mode = 0o100644 }: ZipEntry, offset: number) =>
  Buffer.concat([bytes16(0), bytes16(0), bytes16(0), bytes32((mode << 16) >>> 0), bytes32(offset)]);

const signature = (value: number) => bytes32(value);

function bytes16(value: number): Buffer {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16LE(value);
  return buffer;
}

function bytes32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}
