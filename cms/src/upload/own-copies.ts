import { Readable } from "node:stream";
import { fileKinds, isFileKind } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import type { MadeCopy } from "./copies.ts";
import { type KeptFile, type Prepared, preparedOf, storedCopies } from "./store.ts";

interface PictureService {
  isImage: (file: KeptFile) => Promise<boolean>;
  isFaultyImage: (file: KeptFile) => Promise<boolean>;
  isOptimizableImage: (file: KeptFile) => Promise<boolean>;
  isResizableImage: (file: KeptFile) => Promise<boolean>;
  getDimensions: (file: KeptFile) => Promise<{ width: number | null; height: number | null }>;
  generateThumbnail: (file: KeptFile) => Promise<KeptFile | null>;
  generateResponsiveFormats: (file: KeptFile) => Promise<{ key: string; file: KeptFile }[]>;
  generateFileName: (name: string) => string;
}

/**
 * Has the media library keep our copies of a picture in place of its own: they are written, replaced and removed together with the picture,
 * in whatever store it is. Every question that it asks about a picture is answered from what was prepared.
 */
export function hasOwnCopies(strapi: Core.Strapi, prepared: Prepared): void {
  const service: PictureService = strapi.plugin("upload").service("image-manipulation");
  const pictureOf = (file: KeptFile) => preparedOf(prepared, file)?.picture;
  const kept = (file: KeptFile, copy: MadeCopy, label: string): KeptFile => {
    const made: KeptFile = {
      name: `${label} ${file.name ?? ""}`.trim(),
      hash: service.generateFileName(label.replace(".", "_")),
      ext: `.${copy.ext}`,
      mime: isFileKind(copy.ext) ? fileKinds[copy.ext] : "application/octet-stream",
      width: copy.width,
      height: copy.height,
      size: copy.bytes.length / 1000,
      sizeInBytes: copy.bytes.length,
      getStream: () => Readable.from([copy.bytes]),
    };
    storedCopies.add(made);
    return made;
  };
  Object.assign(service, {
    isImage: async (file) => pictureOf(file) !== undefined,
    isFaultyImage: async () => false,
    isOptimizableImage: async () => false,
    isResizableImage: async (file) => pictureOf(file) !== undefined,
    getDimensions: async (file) => pictureOf(file) ?? { width: null, height: null },
    generateThumbnail: async (file) => {
      const card = preparedOf(prepared, file)?.card;
      return card ? kept(file, card, "card") : null;
    },
    generateResponsiveFormats: async (file) =>
      (preparedOf(prepared, file)?.copies ?? []).map((copy) => {
        const key = `${copy.width}.${copy.ext}`;
        return { key, file: kept(file, copy, key) };
      }),
  } satisfies Partial<PictureService>);
}
