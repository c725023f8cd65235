import { extname } from "node:path";
import { type FileKind, isFileKind } from "@essaim/content";
import { fileTypeFromBuffer } from "file-type";
import { FileRefused } from "./file-refused.ts";

/** What a file is, its drawings and animations not yet turned into pictures. */
export type SentKind = FileKind | "gif" | "svg";

/** Kinds that a phone makes and no browser shows. */
const phonePictures = new Set(["heic", "heif"]);

/** Tells what a file is from its bytes; its name only tells kinds apart that look alike. Throws a FileRefused for what isn't taken. */
export async function kindOfFile(bytes: Buffer, name: string): Promise<SentKind> {
  if (bytes.length === 0) throw new FileRefused("empty-file", name);
  const told = (await fileTypeFromBuffer(bytes))?.ext;
  if (told === undefined || told === "xml") return kindOfText(bytes, name);
  if (told === "zip" && extname(name).toLowerCase() === ".sb3" && bytes.includes("project.json")) return "sb3";
  if (told === "gif" || isFileKind(told)) return told;
  throw new FileRefused(phonePictures.has(told) ? "iphone-picture" : "unsupported-file", name);
}

/** An XML file whose root, after declarations and comments, is a drawing. */
const drawing = /^\uFEFF?\s*(?:<\?[^>]*\?>\s*|<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:svg[\s>]|!DOCTYPE\s+svg\b)/;
/** Beginnings of programs and pages. */
const program = /^\uFEFF?\s*(?:#!|<[?%!a-z])/i;

function kindOfText(bytes: Buffer, name: string): SentKind {
  const start = bytes.toString("utf8", 0, 4096);
  if (drawing.test(start)) return "svg";
  const ending = extname(name).toLowerCase();
  const isText = !bytes.includes(0) && !program.test(start);
  if (isText && ending === ".csv") return "csv";
  if (isText && ending === ".txt") return "txt";
  throw new FileRefused("unsupported-file", name);
}

/** A text in UTF-8, whichever way its program wrote it: spreadsheets in French still write the older alphabet of Windows. */
export function inUtf8(bytes: Buffer): Buffer {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return bytes;
  } catch {
    return Buffer.from(new TextDecoder("windows-1252").decode(bytes), "utf8");
  }
}
