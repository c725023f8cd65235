import { type ContentType, contentType, isTypeName, type Key, splitKey } from "@essaim/content";

/** The content type of a sheet that the CMS knows. */
export function typeOfSheet(key: Key): ContentType {
  const { type } = splitKey(key);
  return contentType(isTypeName(type) ? type : "solution");
}
