import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { hashOf } from "./hash.ts";
import type { JudgedSet, Judgement } from "./judged-set.ts";
import { sheetOf } from "./sheet.ts";

/** Where other judged sets may stand, beside the project: they are read from there, since their licences are their own. */
const folder = new URL("../../../../shared/relevance/", import.meta.url);

const transitionSheet = z.object({
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  theme: z.string(),
  text: z.string(),
});
const cdtnSheet = z.object({ id: z.string(), title: z.string() });
const askedSchema = z.object({ id: z.string(), topic: z.string(), text: z.string() });
type Asked = z.infer<typeof askedSchema>;

/** Questions on full-text sheets of ecological transition, one answer each, in halves by their sheet; empty where they are not at hand. */
export function readTransition(): JudgedSet[] {
  if (!existsSync(new URL("transition/", folder))) return [];
  const documents = linesOf("transition/corpus.jsonl", transitionSheet).map(({ id, title, summary, theme, text }) =>
    sheetOf(id, { title, summary, headings: "", names: theme, text }, "fr"),
  );
  const asked = linesOf("transition/queries.jsonl", askedSchema);
  const grades = readGrades("transition/qrels.tsv");
  return (["tune", "report"] as const).map((part) => ({
    ...{ name: "transition", part, locale: "fr", documents, goodGrade: 1, unanswerable: 0 },
    judgements: asked
      .filter(({ topic }) => (hashOf(topic) % 2 === 0 ? "tune" : "report") === part)
      // Each question stands for itself, as in the figures published with the set.
      .map((each) => ({ ...judgementOf(each, grades), need: each.id })),
  }));
}

const phrasingsPerTopic = 3;

/** Questions of labour law on titles alone, several answers each; all of it is for tuning. Empty where it is not at hand. */
export function readCdtn(): JudgedSet[] {
  if (!existsSync(new URL("cdtn/", folder))) return [];
  const documents = linesOf("cdtn/corpus.jsonl", cdtnSheet).map(({ id, title }) =>
    sheetOf(id, { title, summary: "", headings: "", names: "", text: "" }, "fr"),
  );
  const grades = readGrades("cdtn/qrels.tsv");
  const topics = Map.groupBy(linesOf("cdtn/queries.jsonl", askedSchema), ({ topic }) => topic);
  const judgements = [...topics.values()].flatMap(spread).map((each) => judgementOf(each, grades));
  return [{ name: "cdtn", part: "tune", locale: "fr", documents, judgements, goodGrade: 4, unanswerable: 0 }];
}

/** A few phrasings of a topic, as far apart as they come. */
const spread = (phrasings: readonly Asked[]): readonly Asked[] =>
  phrasings.filter(
    (_, place) =>
      place % Math.ceil(phrasings.length / phrasingsPerTopic) === 0 || phrasings.length <= phrasingsPerTopic,
  );

function judgementOf({ id, topic, text }: Asked, grades: ReadonlyMap<string, ReadonlyMap<string, number>>): Judgement {
  return { id, need: topic, query: text, grades: grades.get(id) ?? new Map(), isClean: true };
}

function linesOf<T>(path: string, schema: z.ZodType<T>): T[] {
  const lines = readFileSync(new URL(path, folder), "utf8").trimEnd().split("\n");
  return lines.map((line) => schema.parse(JSON.parse(line)));
}

/** Grades by query and document, from lines `query 0 document grade`. */
function readGrades(path: string): Map<string, Map<string, number>> {
  const grades = new Map<string, Map<string, number>>();
  for (const line of readFileSync(new URL(path, folder), "utf8").trimEnd().split("\n")) {
    const [query = "", , document = "", grade = ""] = line.split(/\s+/);
    const ofQuery = grades.get(query) ?? new Map<string, number>();
    grades.set(query, ofQuery.set(`guide_${document}`, Number(grade)));
  }
  return grades;
}
