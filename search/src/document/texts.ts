import { blocksSchema, blocksToText, contentType, type Field, type Locale, mapLeaves } from "@essaim/content";
import { z } from "zod";
import type { SearchableType } from "./search-document.ts";

/** What is written in a document, by weight. */
export interface Texts {
  readonly headings: string;
  readonly names: string;
  readonly text: string;
}

type Weight = keyof Texts;

const translated = z.object({ fr: z.string().optional(), en: z.string().optional(), nl: z.string().optional() });
const named = z.object({
  labels: translated.optional(),
  name: z.string().optional(),
  city: z.string().optional(),
  territory: z.string().optional(),
});
const line = z.string();
const lineList = z.array(line);

/** Fields of their own in the search document. */
const ownFields = new Set(["title", "summary", "name"]);
/** Strings that no reader looks for: numbers, identifiers, credits. */
const unread = new Set(["startTime", "startsAt", "licence", "version", "credit", "validatedBy", "postcode"]);
/** Names that head a part of the document. */
const headingNames = new Set(["title", "label"]);
/** Parts whose titles name something else than the document's contents. */
const appendices = new Set(["cover", "gallery", "attachments", "printables", "links", "source", "sources"]);
/** Types whose names are written in the documents that refer to them; other sheets that one refers to are found by themselves. */
export const describingTypes: ReadonlySet<string> = new Set(["theme", "audience", "tool", "centre", "person"]);

/** Collects everything written in a document, in one language; the fields of the contract decide, so a new one is searchable at once. */
export function textsOf(type: SearchableType, data: Readonly<Record<string, unknown>>, locale: Locale): Texts {
  const found: Record<Weight, Set<string>> = { headings: new Set(), names: new Set(), text: new Set() };
  mapLeaves(contentType(type).fields, { ...data }, (field, value, path) => {
    const written = ownFields.has(path) ? [] : textOf(field, value, locale, path);
    for (const text of written) found[weightOf(field, path)].add(text);
    return undefined;
  });
  return { headings: join(found.headings), names: join(found.names), text: join(found.text) };
}

const join = (texts: ReadonlySet<string>): string => [...texts].join("\n");

function weightOf(field: Field, path: string): Weight {
  if (field.shape.kind === "reference") return "names";
  const [root = ""] = path.split(".", 1);
  return headingNames.has(lastNameOf(path)) && !appendices.has(root) ? "headings" : "text";
}

const lastNameOf = (path: string): string => path.slice(path.lastIndexOf(".") + 1);

function textOf({ shape }: Field, value: unknown, locale: Locale, path: string): string[] {
  switch (shape.kind) {
    case "string":
    case "text":
      return unread.has(lastNameOf(path)) ? [] : [line.parse(value)];
    case "lines":
      return lineList.parse(value);
    case "blocks":
      return present(blocksToText(blocksSchema.parse(value)));
    case "labels":
    case "translations":
      return present(inLocale(value, locale));
    case "reference": {
      if (!shape.targets.some((target) => describingTypes.has(target))) return [];
      return (Array.isArray(value) ? value : [value]).flatMap((card) => namesOf(card, locale));
    }
    default:
      return [];
  }
}

function namesOf(card: unknown, locale: Locale): string[] {
  const { labels, name, city, territory } = named.parse(card);
  return [inLocale(labels ?? {}, locale), name, city, territory].flatMap(present);
}

const present = (text: string | undefined): string[] => (text ? [text] : []);

/** The words in a language, else in French: better found under a foreign name than not at all. */
function inLocale(value: unknown, locale: Locale): string | undefined {
  const words = translated.parse(value);
  return words[locale] ?? words.fr;
}
