const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

/** The most that a package may hold; sizes in bytes as read, whatever an archive declares. */
export interface Limits {
  readonly files: number;
  readonly manifestBytes: number;
  readonly linesBytes: number;
  readonly mediaBytes: number;
  readonly totalBytes: number;
  /** Bytes read per compressed byte, asked of files above `ratioFloor` bytes: beyond it, an archive is a trap. */
  readonly ratio: number;
  readonly ratioFloor: number;
}

/** The limits of every load. */
export const packageLimits: Limits = {
  files: 10_000,
  manifestBytes: megabyte,
  linesBytes: 200 * megabyte,
  mediaBytes: 20 * megabyte,
  totalBytes: 1024 * megabyte,
  ratio: 200,
  ratioFloor: megabyte,
};

/** The most that one file of a package may weigh. */
export function mostBytes(path: string, limits: Limits): number {
  if (path === "essaim.json") return limits.manifestBytes;
  return path.endsWith(".jsonl") ? limits.linesBytes : limits.mediaBytes;
}
