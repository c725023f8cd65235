import { createHash } from "node:crypto";
import { basename } from "node:path";
import { type FileKind, fileKinds, isPictureKind, maxFileBytes, withoutTurns } from "@essaim/content";
import { type MadeCopy, makeCopies } from "./copies.ts";
import { drawInPoints } from "./drawing.ts";
import { damaged, FileRefused } from "./file-refused.ts";
import { withoutTold } from "./film.ts";
import { inUtf8, kindOfFile, type SentKind } from "./kind-of-file.ts";
import { type CleanPicture, cleanPicture, type SentPicture } from "./picture.ts";

/** A file as it may be kept: `given` is the hash of what was sent, `hash` that of what is kept. */
export interface CheckedFile {
  readonly given: string;
  readonly hash: string;
  readonly name: string;
  readonly ext: FileKind;
  readonly mime: string;
  readonly bytes: Buffer;
  readonly picture: CleanPicture | undefined;
}

/** A file with all that is kept beside it. */
export interface PreparedFile extends CheckedFile {
  readonly copies: readonly MadeCopy[];
  readonly card: MadeCopy | undefined;
}

const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

/** One after the other: a picture takes a processor and tens of megabytes. */
let last: Promise<unknown> = Promise.resolve();

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = last.then(work);
  last = done.catch(() => undefined);
  return done;
}

/** Checks a file by its bytes and cleans it; throws a FileRefused that says what is wrong with it. */
export const checkFile = (bytes: Buffer, name: string): Promise<CheckedFile> => inTurn(() => check(bytes, name));

/** Checks and cleans a file, and makes a picture's copies. */
export const prepareFile = (bytes: Buffer, name: string): Promise<PreparedFile> =>
  inTurn(async () => {
    const checked = await check(bytes, name);
    if (!checked.picture) return { ...checked, copies: [], card: undefined };
    return { ...checked, ...(await makeCopies(checked.picture)) };
  });

async function check(bytes: Buffer, name: string): Promise<CheckedFile> {
  if (bytes.length > maxFileBytes) throw new FileRefused("file-too-large", name);
  const kind = await kindOfFile(bytes, name);
  const clean = await cleanFile(bytes, kind, name);
  if (clean.bytes.length > maxFileBytes) throw new FileRefused("file-too-large", name);
  return {
    given: sha256(bytes),
    hash: sha256(clean.bytes),
    name: fileName(name, clean.ext),
    ext: clean.ext,
    mime: fileKinds[clean.ext],
    bytes: clean.bytes,
    picture: "width" in clean ? clean : undefined,
  };
}

const isPicture = (kind: SentKind): kind is SentPicture => kind === "gif" || isPictureKind(kind);

async function cleanFile(
  bytes: Buffer,
  kind: SentKind,
  name: string,
): Promise<CleanPicture | { readonly bytes: Buffer; readonly ext: FileKind }> {
  if (kind === "svg") return cleanPicture(await drawInPoints(bytes, name), "png", name);
  if (isPicture(kind)) return cleanPicture(bytes, kind, name);
  if (kind === "txt" || kind === "csv") return { bytes: inUtf8(bytes), ext: kind };
  if (kind !== "mp4" && kind !== "m4a") return { bytes, ext: kind };
  try {
    return { bytes: withoutTold(bytes), ext: kind };
  } catch (error) {
    throw damaged(name, error);
  }
}

/** An ending, as programs give them to names; the figures of « Fête du 12.05 » are none. */
const ending = /\.[a-z][a-z0-9]{0,4}$/i;

/** A name with the ending that the bytes stand for, without what a file system or a program might read something into. */
export function fileName(name: string, ext: string): string {
  const stem = basename(withoutTurns(name.normalize()))
    .replace(ending, "")
    .replace(/[<>:"/\\|?*\p{Cc}]/gu, "-")
    .slice(0, 200)
    .trim();
  return `${stem || "file"}.${ext}`;
}
