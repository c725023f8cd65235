import { type Locale, locales } from "@essaim/content";
import { type JudgedQuery, judgedParts, readJudgedQueries, seedQueries } from "./judged-query.ts";
import type { JudgedSet, Judgement } from "./judged-set.ts";
import { readSeedDocuments, seedDocumentId } from "./seed-documents.ts";
import { readCdtn, readTransition } from "./shared-sets.ts";

/** Kinds of queries that hold a slip of the pen, or are cut, as they were written down. */
const slips: ReadonlySet<JudgedQuery["kind"]> = new Set(["typo", "no-accents", "prefix"]);
const goodGrade = 2;

/** Every judged set that can be read here, in the order of the table. */
export const readSets = (): JudgedSet[] => [...readSeedSets(), ...readTransition(), ...readCdtn()];

/** The set judged on the sheets of the seed, one for each language and part. */
export function readSeedSets(): JudgedSet[] {
  const documents = readSeedDocuments();
  const queries = readJudgedQueries(seedQueries);
  return locales.flatMap((locale) => judgedParts.map((part) => seedSet(locale, part, queries, documents)));
}

function seedSet(
  locale: Locale,
  part: JudgedSet["part"],
  queries: readonly JudgedQuery[],
  published: ReturnType<typeof readSeedDocuments>,
): JudgedSet {
  const documents = published.get(locale) ?? [];
  const ids = new Map(documents.map(({ documentId, id }) => [documentId, id]));
  const asked = queries.filter((query) => query.locale === locale && query.part === part);
  const judgements = asked
    .map((query) => judgementOf(query, ids))
    .filter(({ grades }) => [...grades.values()].some((grade) => grade >= goodGrade));
  const unanswerable = asked.length - judgements.length;
  return { name: `seed-${locale}`, part, locale, documents, judgements, goodGrade, unanswerable };
}

function judgementOf({ id, need, query, kind, relevant }: JudgedQuery, ids: ReadonlyMap<string, string>): Judgement {
  const grades = new Map<string, number>();
  for (const [key, grade] of Object.entries(relevant)) {
    const document = ids.get(seedDocumentId(key as `${string}/${string}`));
    if (document !== undefined) grades.set(document, grade);
  }
  return { id, need, query, grades, isClean: !slips.has(kind) };
}
