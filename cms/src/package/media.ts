import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import { type Media, mediaExtensionSchema, mediaHashSchema } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { z } from "zod";
import { folders } from "../environment.ts";
import { RequestError } from "../request-error.ts";
import { filesByHash } from "./stored-files.ts";

/** Largest file, in bytes. */
const maxBytes = 20 * 1024 * 1024;

/** What a package may carry, told by its bytes and not by its name. SVG isn't there: it can hold scripts. */
const accepted = new Set([
  ...["png", "jpg", "webp", "avif", "gif"],
  ...["pdf", "epub", "odt", "ods", "odp", "odg", "docx", "xlsx", "pptx", "rtf"],
  ...["mp3", "ogg", "opus", "wav", "flac", "m4a", "mp4", "webm"],
  ...["stl", "zip"],
]);

/** Query of `POST /api/package/media`. */
export const mediaQuerySchema = z.strictObject({ name: z.string().min(1).max(200).default("file") });

interface UploadService {
  upload(request: { data: { fileInfo: { name: string } }; files: object }): Promise<unknown>;
}

/** Keeps a file of a package, once for equal bytes. */
export async function storeMedia(strapi: Core.Strapi, request: IncomingMessage, name: string): Promise<Media> {
  const bytes = await readBytes(request);
  const hash = createHash("sha256").update(bytes).digest("hex");
  const known = (await filesByHash(strapi, [hash])).get(hash);
  if (known) return known.media;
  const type = await fileTypeFromBuffer(bytes);
  if (!type || !accepted.has(type.ext)) {
    throw new RequestError(
      422,
      "unsupported-file",
      `${JSON.stringify(name)} is not a file of a kind that is accepted${type ? ` (it is ${type.ext})` : ""}`,
      { field: "name" },
    );
  }
  if (type.mime.startsWith("image/")) await refuseDamaged(bytes, name);
  await upload(strapi, bytes, fileName(name, type.ext), type.mime);
  const stored = (await filesByHash(strapi, [hash])).get(hash);
  if (!stored) throw new Error(`the file ${hash} was uploaded but is not in the media library`);
  return stored.media;
}

/** Most points of a picture: a small file may else unpack into gigabytes. */
const maxPixels = 100_000_000;

async function refuseDamaged(bytes: Buffer, name: string): Promise<void> {
  try {
    await sharp(bytes, { failOn: "truncated", limitInputPixels: maxPixels }).resize(16).toBuffer();
  } catch (error) {
    // biome-ignore lint/style/useErrorCause: the cause is the last argument
    throw new RequestError(
      422,
      "unsupported-file",
      `${JSON.stringify(name)} is a damaged or too large picture`,
      { field: "name" },
      { cause: error },
    );
  }
}

const fileName = (name: string, ext: string): string => {
  const stem =
    basename(name, extname(name))
      .replace(/[<>:"/\\|?*\p{Cc}]/gu, "-")
      .slice(0, 200) || "file";
  return `${stem}.${ext}`;
};

async function upload(strapi: Core.Strapi, bytes: Buffer, name: string, mimetype: string): Promise<void> {
  const filepath = join(tmpdir(), `essaim-${randomUUID()}`);
  const service: UploadService = strapi.plugin("upload").service("upload");
  try {
    await writeFile(filepath, bytes, { mode: 0o600 });
    await service.upload({
      data: { fileInfo: { name } },
      files: { filepath, originalFilename: name, mimetype, size: bytes.length },
    });
  } finally {
    await rm(filepath, { force: true });
  }
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > maxBytes) throw new RequestError(413, "file-too-large", `a file may have at most ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  if (length === 0) throw new RequestError(400, "invalid-request", "send the file's bytes as application/octet-stream");
  return Buffer.concat(chunks);
}

/** A file's bytes and kind, by `HASH.ext`. */
export async function readMedia(strapi: Core.Strapi, name: string) {
  const [hash = "", ext = ""] = name.split(".");
  const asked = mediaHashSchema.safeParse(hash).success && mediaExtensionSchema.safeParse(ext).success;
  const file = asked ? (await filesByHash(strapi, [hash])).get(hash) : undefined;
  if (!file || file.media.ext !== ext) throw new RequestError(404, "no-such-file", "no such file");
  return { media: file.media, stream: createReadStream(join(folders.uploads, file.path)) };
}
