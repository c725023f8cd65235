import { z } from "zod";

/** Longest uid or slug, in characters: it must fit in a file name and an address. */
export const uidMaxLength = 120;

/** A uid or slug: lower-case ASCII words joined by single hyphens. */
export const uidSchema = z
  .string()
  .min(1)
  .max(uidMaxLength)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "must be lower-case letters and digits joined by single hyphens");

/** `type/uid`: names one document in every locale and on every portal. References, cache tags and search mentions use it. */
export type Key = `${string}/${string}`;

/** Parses a key that comes from outside. */
export const keySchema = z.templateLiteral([z.string().regex(/^[a-z-]+$/), "/", uidSchema]);

/** The key of a document. */
export const keyOf = (type: string, uid: string): Key => `${type}/${uid}`;

/** Splits a key into its type and uid. */
export function splitKey(key: Key): { type: string; uid: string } {
  const slash = key.indexOf("/");
  return { type: key.slice(0, slash), uid: key.slice(slash + 1) };
}

/**
 * A uid made from a title: accents folded, ligatures spelt out, everything else a hyphen.
 * @example toUid("L’accueil en images – été") // "l-accueil-en-images-ete"
 */
export function toUid(title: string): string {
  return title
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, uidMaxLength)
    .replace(/^-+|-+$/g, "");
}
