import { readdirSync, readFileSync } from "node:fs";
import {
  checkPackage,
  contentType,
  type Locale,
  mapLeaves,
  type PackageLine,
  translationsSchema,
} from "@essaim/content";

const folder = new URL("package/", import.meta.url);

/** One file of the package that a new portal starts with. */
export const readPackageFile = (name: string): string => readFileSync(new URL(name, folder), "utf8");

const media = new Set(readdirSync(new URL("media/", folder)).map((name) => `media/${name}`));

/** The package as the importer would check it on an empty portal. */
export const checkFirstPackage = () => checkPackage(readPackageFile("content.jsonl").split("\n"), media, new Map());

/** Every line of the package; throws when the package is refused. */
export function firstPackageLines(): PackageLine[] {
  const checked = checkFirstPackage();
  if (!checked.ok) throw new Error(`The first package is refused: ${JSON.stringify(checked.problems)}`);
  return checked.lines.map(({ line }) => line);
}

/** A sentence or word that readers see, with where it stands. */
export interface ReadText {
  readonly where: string;
  readonly text: string;
}

const plainKinds = new Set(["string", "text", "lines", "blocks"]);

/** What readers of one language see of a line: its texts, and its labels and descriptions in that language. */
export function readTexts(line: PackageLine, locale: Locale): ReadText[] {
  const texts: ReadText[] = [];
  const note = (path: string, value: unknown) => {
    if (typeof value === "string")
      texts.push({ where: `${line.type}/${line.uid} ${line.locale} ${path}`, text: value });
  };
  mapLeaves(contentType(line.type).fields, line.data, (field, value, path) => {
    if (line.locale === locale && plainKinds.has(field.shape.kind)) for (const text of [value].flat()) note(path, text);
    if (field.shape.kind === "labels" || field.shape.kind === "translations")
      note(path, translationsSchema.parse(value)[locale]);
    return value;
  });
  return texts;
}
