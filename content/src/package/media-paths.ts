import { mapLeaves } from "../model/walk.ts";
import { contentType, isTypeName } from "../types/index.ts";

/** The paths of the files that an entry or a version names, in packaged form. */
export function mediaPaths({ type, data }: { type: string; data: Record<string, unknown> }): string[] {
  if (!isTypeName(type)) return [];
  const paths: string[] = [];
  mapLeaves(contentType(type).fields, data, (field, value) => {
    if (field.shape.kind === "media" && typeof value === "string") paths.push(value);
  });
  return paths;
}
