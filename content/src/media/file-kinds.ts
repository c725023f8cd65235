/**
 * Kinds of files that a portal keeps, by the ending that their bytes stand for, whatever their name says, with their media types.
 * Drawings (SVG) and animations (GIF) are taken too, and kept as pictures.
 */
export const fileKinds = {
  avif: "image/avif",
  jpg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  pdf: "application/pdf",
  epub: "application/epub+zip",
  odt: "application/vnd.oasis.opendocument.text",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  odp: "application/vnd.oasis.opendocument.presentation",
  odg: "application/vnd.oasis.opendocument.graphics",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  rtf: "application/rtf",
  txt: "text/plain; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  mp3: "audio/mpeg",
  m4a: "audio/mp4",
  ogg: "audio/ogg",
  opus: "audio/ogg",
  wav: "audio/wav",
  flac: "audio/flac",
  mp4: "video/mp4",
  webm: "video/webm",
  sb3: "application/x.scratch.sb3",
  stl: "model/stl",
  zip: "application/zip",
} as const satisfies Readonly<Record<string, string>>;

/** The ending of a kind of file that a portal keeps. */
export type FileKind = keyof typeof fileKinds;

/** Whether a portal keeps files of this kind. */
export const isFileKind = (ext: string): ext is FileKind => Object.hasOwn(fileKinds, ext);

/** Whether files of this kind are pictures. */
export const isPictureKind = (ext: string): boolean => isFileKind(ext) && fileKinds[ext].startsWith("image/");

/** Largest file, in bytes. */
export const maxFileBytes = 20 * 1024 * 1024;
/** Most points of a picture: a small file may else unpack into gigabytes. */
export const maxPicturePixels = 50_000_000;
/** Longest side of a picture, in points: WebP knows no longer one. */
export const maxPictureSide = 16_000;
