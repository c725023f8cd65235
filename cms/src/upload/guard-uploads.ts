import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { maxFileBytes } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { FileRefused } from "./file-refused.ts";
import { hasOwnCopies } from "./own-copies.ts";
import { fileName, type PreparedFile, prepareFile } from "./prepared-file.ts";
import { guardStore, type Prepared } from "./store.ts";

const sentFile = z.object({ filepath: z.string(), originalFilename: z.string().nullish() });
const emptyFile = z.object({ size: z.literal(0), originalFilename: z.string().nullish() });
const fileInfo = z.looseObject({ name: z.string().nullish() });

type Service = Record<"upload" | "replace", (...parameters: unknown[]) => Promise<unknown>>;

/**
 * Stands before the media library: whatever way a file comes (desk, interfaces, packages), it is checked and cleaned and its copies are made
 * before the store sees it and before a transaction begins, so that a refusal leaves nothing and nobody waits for a picture.
 */
export function guardUploads(strapi: Core.Strapi): void {
  const prepared: Prepared = new Map();
  guardStore(strapi, prepared);
  hasOwnCopies(strapi, prepared);
  const service: Service = strapi.plugin("upload").service("upload");
  const { upload, replace } = service;
  service.upload = async (request, ...rest) => {
    const { data, files } = z.object({ data: z.looseObject({}), files: z.unknown() }).parse(request);
    const infos = listOf(data["fileInfo"]);
    return withPrepared(prepared, listOf(files), (ready) => {
      const named = ready.map(({ file }, index) => infoFor(file, infos[index]));
      return upload({ data: { ...data, fileInfo: named }, files: ready.map(({ sent }) => sent) }, ...rest);
    });
  };
  service.replace = async (id, request, ...rest) => {
    const { data, file } = z.object({ data: z.looseObject({}), file: z.unknown() }).parse(request);
    return withPrepared(prepared, [file], ([ready]) =>
      replace(
        id,
        { data: { ...data, fileInfo: ready && infoFor(ready.file, data["fileInfo"]) }, file: ready?.sent },
        ...rest,
      ),
    );
  };
}

type Action = (context: unknown) => Promise<unknown>;
const sentBody = z.object({ request: z.object({ files: z.object({ files: emptyFile }) }) });

/** Says in French that a file is empty, which the desk's interface refuses before anything of ours sees it; to be called in `register`. */
export function refuseEmptyUploads(strapi: Core.Strapi): void {
  const controller: Record<string, Action> = strapi.plugin("upload").controller("admin-upload");
  for (const name of ["upload", "uploadFile"]) {
    const original = controller[name];
    if (!original) continue;
    controller[name] = async (context) => {
      const empty = sentBody.safeParse(context).data?.request.files.files;
      if (empty) throw new FileRefused("empty-file", empty.originalFilename || "file");
      return original.call(controller, context);
    };
  }
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

/** The name that a person gave, with the ending that the bytes stand for. */
function infoFor(file: PreparedFile, given: unknown): z.infer<typeof fileInfo> {
  const info = fileInfo.parse(given ?? {});
  return { ...info, name: info.name ? fileName(info.name, file.ext) : file.name };
}

interface Ready {
  readonly file: PreparedFile;
  /** What the media library takes for the file that was sent. */
  readonly sent: { filepath: string; originalFilename: string; mimetype: string; size: number };
}

async function withPrepared<T>(
  prepared: Prepared,
  sent: readonly unknown[],
  use: (ready: Ready[]) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "essaim-upload-"));
  const ready: Ready[] = [];
  try {
    for (const one of sent) ready.push(await prepare(one, join(folder, String(ready.length))));
    for (const {
      file,
      sent: { filepath },
    } of ready)
      prepared.set(filepath, file);
    return await use(ready);
  } finally {
    for (const {
      sent: { filepath },
    } of ready)
      prepared.delete(filepath);
    await rm(folder, { recursive: true, force: true });
  }
}

async function prepare(sent: unknown, filepath: string): Promise<Ready> {
  const { filepath: source, originalFilename } = sentFile.parse(sent);
  const name = originalFilename || "file";
  if ((await stat(source)).size > maxFileBytes) throw new FileRefused("file-too-large", name);
  const file = await prepareFile(await readFile(source), name);
  await writeFile(filepath, file.bytes, { mode: 0o600 });
  return {
    file,
    sent: { filepath, originalFilename: file.name, mimetype: file.mime, size: file.bytes.length },
  };
}
