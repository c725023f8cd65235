import { type FileKind, type PictureCopy, pictureCopies } from "@essaim/content";
import sharp, { type Sharp } from "sharp";
import { type CleanPicture, openPicture } from "./picture.ts";

/** A smaller copy of a picture, made. */
export interface MadeCopy extends PictureCopy {
  readonly height: number;
  readonly bytes: Buffer;
}

/** The desk shows pictures in cards of this size. */
const card = { width: 245, height: 156, fit: "inside" } as const;

// AVIF's effort 2: on a photo, effort 4 takes twenty times as long and saves a tenth.
const encoders: Partial<Record<FileKind, (picture: Sharp) => Sharp>> = {
  avif: (picture) => picture.avif({ quality: 55, effort: 2 }),
  webp: (picture) => picture.webp({ quality: 78 }),
  jpg: (picture) => picture.jpeg({ quality: 80, mozjpeg: true }),
  png: (picture) => picture.png({ compressionLevel: 9, palette: true, quality: 90 }),
};

/** Makes a picture's copies, and the card that the desk shows; the picture is unpacked once. */
export async function makeCopies(picture: CleanPicture): Promise<{ copies: MadeCopy[]; card: MadeCopy }> {
  const wanted = pictureCopies(picture);
  const width = Math.max(...wanted.map((copy) => copy.width));
  const { data, info } = await openPicture(picture.bytes)
    .resize({ width, withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const points = () => sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
  const copies: MadeCopy[] = [];
  for (const copy of wanted) copies.push(await encode(points().resize({ width: copy.width }), copy.ext));
  return { copies, card: await encode(points().resize({ ...card, withoutEnlargement: true }), "webp") };
}

async function encode(picture: Sharp, ext: string): Promise<MadeCopy> {
  const encoder = encoders[ext as FileKind];
  if (!encoder) throw new Error(`no copies are made as ${ext}`);
  const { data, info } = await encoder(picture).toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, ext, bytes: data };
}
