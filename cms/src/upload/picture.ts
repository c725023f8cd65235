import { type FileKind, maxPicturePixels, maxPictureSide } from "@essaim/content";
import sharp, { type Metadata, type Sharp } from "sharp";
import { isBare } from "./bare/is-bare.ts";
import { damaged, FileRefused } from "./file-refused.ts";
import type { SentKind } from "./kind-of-file.ts";

/** Longest work on one picture, in seconds. */
const patience = 20;

/** A picture that tells nothing but what it shows. */
export interface CleanPicture {
  readonly bytes: Buffer;
  readonly ext: FileKind;
  readonly width: number;
  readonly height: number;
}

/** Kinds of pictures, as they are sent. */
export type SentPicture = Extract<SentKind, "avif" | "gif" | "jpg" | "png" | "webp">;

const isKept = (kind: SentPicture): kind is Extract<SentPicture, FileKind> => kind !== "gif";

/** Opens a picture's points: damaged ones throw, and so do those that take too long. */
export const openPicture = (bytes: Buffer): Sharp =>
  sharp(bytes, { failOn: "error", limitInputPixels: maxPicturePixels }).timeout({ seconds: patience });

/**
 * The picture without anything that tells where, when, by whom and with what it was taken: upright, in the colours of the web, its first
 * image only. One that is so already stays as it is, byte for byte, so that a package that goes from portal to portal keeps its files.
 */
export async function cleanPicture(bytes: Buffer, kind: SentPicture, name: string): Promise<CleanPicture> {
  const { width, height } = await readHeader(bytes, name);
  try {
    if (isKept(kind) && isBare(bytes, kind)) {
      // All of it is decoded once: a damaged picture must not be found out by its readers.
      await openPicture(bytes).resize({ width: 16 }).toBuffer();
      return { bytes, ext: kind, width, height };
    }
    const upright = openPicture(bytes).autoOrient().toColourspace("srgb");
    const ext = isKept(kind) ? kind : "png";
    const { data, info } = await encoders[ext](upright, bytes).toBuffer({ resolveWithObject: true });
    if (!isBare(data, ext)) throw new Error("the cleaned picture holds more than a picture");
    return { bytes: data, ext, width: info.width, height: info.height };
  } catch (error) {
    throw damaged(name, error);
  }
}

const encoders = {
  avif: (picture: Sharp) => picture.avif({ quality: 70, effort: 2 }),
  jpg: (picture: Sharp) => picture.jpeg({ quality: 90 }),
  png: (picture: Sharp) => picture.png({ compressionLevel: 9 }),
  webp: (picture: Sharp, bytes: Buffer) => picture.webp({ quality: 90, lossless: bytes.includes("VP8L") }),
} as const;

/** Size and number of images, before a single point is unpacked. */
async function readHeader(bytes: Buffer, name: string): Promise<Metadata> {
  const header = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch((cause: unknown) => {
      throw damaged(name, cause);
    });
  const { width, height, pages = 1 } = header;
  if (width * height > maxPicturePixels || Math.max(width, height) > maxPictureSide)
    throw new FileRefused("too-many-pixels", name);
  if (width * height * pages > maxPicturePixels * 2) throw new FileRefused("too-many-frames", name);
  return header;
}
