import type { Locale } from "@essaim/content";
import type { Meilisearch } from "meilisearch";
import { z } from "zod";
import { writtenStatisticsSchema } from "../ranking/written-statistics.ts";
import { isRefusal } from "./connection.ts";
import { type Edition, stateName } from "./names.ts";

const storedLexiconSchema = z.object({
  /** Names this state: another one must be read anew. */
  version: z.string(),
  statistics: writtenStatisticsSchema,
  /** Lines that editors added to the thesaurus. */
  synonyms: z.array(z.string()),
});

/** What ranking knows of a language, as every reader of the indexes gets it. */
export type StoredLexicon = z.infer<typeof storedLexiconSchema>;

const idOf = (locale: Locale): string => `lexicon_${locale}`;

/** Writes the lexicon of a language beside its index, and returns the task’s number. */
export async function writeLexicon(
  engine: Meilisearch,
  locale: Locale,
  lexicon: StoredLexicon,
  edition: Edition = "live",
): Promise<number> {
  const index = engine.index(stateName(edition));
  // As one string: the engine would otherwise index tens of thousands of numbers.
  const document = { id: idOf(locale), version: lexicon.version, body: JSON.stringify(lexicon) };
  const { taskUid } = await index.addDocuments([document], { primaryKey: "id" });
  return taskUid;
}

/** Name of the lexicon’s state; null where there is none. */
export const readLexiconVersion = async (engine: Meilisearch, locale: Locale): Promise<string | null> =>
  (await read(engine, locale, ["version"], z.object({ version: z.string() })))?.version ?? null;

/** Reads the lexicon of a language; null where there is none, or none that is understood. */
export async function readLexicon(engine: Meilisearch, locale: Locale): Promise<StoredLexicon | null> {
  const stored = await read(engine, locale, ["body"], z.object({ body: z.string() }));
  if (stored === null) return null;
  try {
    return storedLexiconSchema.parse(JSON.parse(stored.body));
  } catch {
    return null;
  }
}

async function read<T>(engine: Meilisearch, locale: Locale, fields: string[], schema: z.ZodType<T>): Promise<T | null> {
  try {
    // An answer of another shape comes from something else than the search server: it doesn’t mean that there is no lexicon.
    return schema.parse(await engine.index(stateName()).getDocument(idOf(locale), { fields }));
  } catch (error) {
    if (isRefusal(error, "index_not_found", "document_not_found")) return null;
    throw error;
  }
}
