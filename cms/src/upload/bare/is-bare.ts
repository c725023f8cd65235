import type { FileKind } from "@essaim/content";
import { isBareAvif } from "./avif.ts";
import { isBareJpeg } from "./jpeg.ts";
import { isBarePng } from "./png.ts";
import { isBareWebp } from "./webp.ts";

const checks: Partial<Record<FileKind, (bytes: Buffer) => boolean>> = {
  avif: isBareAvif,
  jpg: isBareJpeg,
  png: isBarePng,
  webp: isBareWebp,
};

/**
 * Whether a picture is nothing but its points: no place, camera, text, profile, turning, animation, preview or bytes after its end.
 * Each check lists what a picture needs, so that whatever else a file may hold makes it not bare.
 */
export function isBare(bytes: Buffer, kind: FileKind): boolean {
  try {
    return checks[kind]?.(bytes) ?? false;
  } catch {
    // It promises more bytes than it has.
    return false;
  }
}
