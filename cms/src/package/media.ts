import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileRefusals, type Media, maxFileBytes, mediaExtensionSchema, mediaHashSchema } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { folders } from "../environment.ts";
import { RequestError } from "../request-error.ts";
import { FileRefused } from "../upload/file-refused.ts";
import { checkFile } from "../upload/prepared-file.ts";
import { filesByHash } from "./stored-files.ts";

/** Query of `POST /api/package/media`. */
export const mediaQuerySchema = z.strictObject({ name: z.string().min(1).max(200).default("file") });

interface UploadService {
  upload(request: { data: { fileInfo: object }; files: object }): Promise<unknown>;
}

/** Says whether a file of a package would be kept; nothing is written. */
export async function checkMedia(strapi: Core.Strapi, request: IncomingMessage, name: string): Promise<object> {
  const { bytes, known } = await receive(strapi, request);
  if (!known) await told(checkFile(bytes, name));
  return {};
}

/** Keeps a file of a package, once for equal bytes. */
export const storeMedia = async (strapi: Core.Strapi, request: IncomingMessage, name: string): Promise<Media> =>
  (await keepMedia(strapi, request, name)).media;

/** Keeps a file, once for equal bytes; `made` is whether there was none such. Throws a RequestError of 400, 413 or 422. */
export async function keepMedia(
  strapi: Core.Strapi,
  request: IncomingMessage,
  name: string,
): Promise<{ readonly media: Media; readonly made: boolean }> {
  const { bytes, hash, known } = await receive(strapi, request);
  if (known) return { media: known.media, made: false };
  await told(upload(strapi, bytes, name));
  const stored = (await filesByHash(strapi, [hash])).get(hash);
  if (!stored) throw new Error(`the file ${hash} was uploaded but is not in the media library`);
  return { media: stored.media, made: true };
}

async function receive(strapi: Core.Strapi, request: IncomingMessage) {
  const bytes = await readBytes(request);
  const hash = createHash("sha256").update(bytes).digest("hex");
  return { bytes, hash, known: (await filesByHash(strapi, [hash])).get(hash) };
}

/** A refusal as the interface tells it: in English, under a code that the importer knows in French. */
async function told<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    const status = error.code === "file-too-large" ? 413 : 422;
    // biome-ignore lint/style/useErrorCause: the cause is the last argument
    throw new RequestError(status, error.code, fileRefusals[error.code].en, { field: "name" }, { cause: error });
  }
}

async function upload(strapi: Core.Strapi, bytes: Buffer, name: string): Promise<void> {
  const filepath = join(tmpdir(), `essaim-${randomUUID()}`);
  const service: UploadService = strapi.plugin("upload").service("upload");
  try {
    await writeFile(filepath, bytes, { mode: 0o600 });
    await service.upload({ data: { fileInfo: {} }, files: { filepath, originalFilename: name } });
  } finally {
    await rm(filepath, { force: true });
  }
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > maxFileBytes)
      throw new RequestError(413, "file-too-large", `a file may have at most ${maxFileBytes} bytes`);
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
