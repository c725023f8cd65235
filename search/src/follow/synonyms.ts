import { contentTypes, documentSchema, type Locale, type Synonym } from "@essaim/content";
import type { CmsReader } from "./cms-reader.ts";

const schema = documentSchema(contentTypes.synonym);

/** The editors' synonyms of a language as the thesaurus writes lines; groups that break the contract are left out. */
export async function readSynonyms(cms: CmsReader, locale: Locale): Promise<string[]> {
  const lines: string[] = [];
  for await (const page of cms.list("synonym", locale)) {
    for (const raw of page) {
      const { data } = schema.safeParse(raw);
      if (data?.data.language === locale) lines.push(lineOf(data.data));
    }
  }
  return lines.sort();
}

/** @example lineOf({ direction: "one-way", words: ["EPN", "espace public numérique", "cyberbase"] }) // "EPN > espace public numérique = cyberbase" */
function lineOf({ words, direction }: Pick<Synonym, "words" | "direction">): string {
  if (direction === "equal") return words.join(" = ");
  const [first, ...others] = words;
  return `${first} > ${others.join(" = ")}`;
}
