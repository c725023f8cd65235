import { readFileSync } from "node:fs";
import { keySchema, localeSchema } from "@essaim/content";
import { z } from "zod";

/** Ways in which people ask. */
export const queryKinds = ["question", "keywords", "typo", "no-accents", "prefix", "acronym", "apostrophe"] as const;

/** Halves of a judged set: the method is tuned on one, its figures come from the other. */
export const judgedParts = ["tune", "report"] as const;

/** A query in people's words, and the documents that answer it: 3 is what was asked for, 2 helps well, 1 touches it. */
export const judgedQuerySchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  /** What is wanted, shared by all its phrasings: figures are averaged by need. */
  need: z.string().min(1),
  locale: localeSchema,
  kind: z.enum(queryKinds),
  query: z.string().trim().min(1).max(200),
  relevant: z
    .record(keySchema, z.literal([1, 2, 3]))
    .refine((grades) => Object.values(grades).some((grade) => grade >= 2), "must hold a good answer"),
  part: z.enum(judgedParts),
  /** Language of the best answers, when none of them is written in the language of the query. */
  answerLocale: localeSchema.optional(),
});

/** One line of a judged set. */
export type JudgedQuery = z.infer<typeof judgedQuerySchema>;

/** Reads a judged set, one JSON object a line; a wrong line is refused with its number. */
export const readJudgedQueries = (file: URL): JudgedQuery[] =>
  readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .map((line, index) => {
      const parsed = judgedQuerySchema.safeParse(JSON.parse(line));
      if (parsed.success) return parsed.data;
      throw new Error(`Line ${index + 1} of ${file.pathname}: ${z.prettifyError(parsed.error)}`);
    });

/** The set judged by hand on the sheets of the seed. */
export const seedQueries = new URL("../../evaluation/seed/queries.jsonl", import.meta.url);
