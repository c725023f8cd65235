import type { Readable } from "node:stream";
import type { Core } from "@strapi/strapi";
import type { PreparedFile } from "./prepared-file.ts";

/** A file on its way to the store, as far as we look at it. */
export interface KeptFile {
  hash: string;
  ext: string;
  name?: string;
  filepath?: string;
  mime?: string;
  width?: number;
  height?: number;
  size?: number;
  sizeInBytes?: number;
  sha256?: string;
  given?: string;
  bytes?: number;
  getStream?: () => Readable;
}

/** What was prepared, by the path under which the media library reads it. */
export type Prepared = Map<string, PreparedFile>;

const known = new WeakMap<KeptFile, PreparedFile>();

/** Copies that we made: the store takes them as they are. */
export const storedCopies = new WeakSet<KeptFile>();

/** What was prepared for a file; the media library forgets its path once it is in the store. */
export function preparedOf(prepared: Prepared, file: KeptFile): PreparedFile | undefined {
  const found = known.get(file) ?? (file.filepath === undefined ? undefined : prepared.get(file.filepath));
  if (found) known.set(file, found);
  return found;
}

interface StoreService {
  upload(file: KeptFile): Promise<void>;
  replace(file: KeptFile, former: KeptFile): Promise<void>;
}

/** Lets only what was prepared into the store, and takes nothing out of it before the change is committed. */
export function guardStore(strapi: Core.Strapi, prepared: Prepared): void {
  const store: { delete(file: KeptFile): Promise<unknown> } = Reflect.get(strapi.plugin("upload"), "provider");
  const remove = store.delete.bind(store);
  store.delete = (file) => afterCommit(strapi, () => remove(file));
  const service: StoreService = strapi.plugin("upload").service("provider");
  const upload = service.upload.bind(service);
  service.upload = async (file) => {
    const found = preparedOf(prepared, file);
    if (!found && !storedCopies.has(file))
      throw new Error(`${file.name ?? file.hash} was not checked before it was stored`);
    if (found) Object.assign(file, { sha256: found.hash, given: found.given, bytes: found.bytes.length });
    await upload(file);
  };
  // Under a name of its own: until the commit, the former file is the one that readers get.
  service.replace = async (file, former) => {
    const found = preparedOf(prepared, file);
    if (found) Object.assign(file, { hash: freshName(strapi, found.name), ext: `.${found.ext}` });
    await service.upload(file);
    await store.delete(former);
  };
}

const freshName = (strapi: Core.Strapi, name: string): string =>
  strapi
    .plugin("upload")
    .service("image-manipulation")
    ["generateFileName"](name.replace(/\.[^.]*$/, ""));

async function afterCommit(strapi: Core.Strapi, act: () => Promise<unknown>): Promise<void> {
  if (!strapi.db.inTransaction()) {
    await act();
    return;
  }
  await strapi.db.transaction(async ({ onCommit }) =>
    onCommit(() => act().catch((error: unknown) => strapi.log.error(`a file was not removed: ${String(error)}`))),
  );
}
