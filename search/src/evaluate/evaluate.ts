import { type Answered, evaluate, searchesOf } from "./evaluation.ts";
import { fallen, floorName, readFloors } from "./floors.ts";
import type { JudgedSet } from "./judged-set.ts";
import { type EvaluateOptions, readOptions, usage } from "./options.ts";
import { Progress } from "./progress.ts";
import type { System } from "./searcher.ts";
import { readSets } from "./sets.ts";
import { type Row, tableHead, tableLine } from "./table.ts";

/** Evaluates each set with each system and prints the table. */
async function run({ isAsked, systems, json, failures }: EvaluateOptions): Promise<void> {
  const sets = readSets().filter(isAsked);
  if (sets.length === 0) throw new Error("Aucun jeu de ce nom n’est là.");
  const say = json ? () => undefined : console.info;
  const present = systems.filter(({ missing }) => missing === undefined);
  for (const { label, missing } of systems) if (missing !== undefined) say(`${label} : ${missing}`);
  const progress = new Progress(present.length * sets.reduce((sum, set) => sum + searchesOf(set), 0));
  const rows: Row[] = [];
  say(tableHead());
  for (const halves of Map.groupBy(sets, ({ name }) => name).values())
    for (const system of present)
      for (const { row, worst } of await evaluateHalves(system, halves, progress)) {
        progress.clear();
        say(tableLine(row));
        for (const line of worst.slice(0, failures).map((answer) => failureLine(answer, halves[0]))) say(line);
        rows.push(row);
      }
  progress.clear();
  if (json) console.info(JSON.stringify(rows, undefined, 2));
  const falls = fallen(rows, readFloors());
  say(closing(falls, sets));
  if (falls.length > 0) process.exitCode = 1;
}

/** Both halves of a set hold the same documents: they are loaded once. */
async function evaluateHalves(system: System, halves: readonly JudgedSet[], progress: Progress) {
  const [first] = halves;
  if (first === undefined) return [];
  progress.label = `${first.name}, ${system.label}`;
  const searcher = await system.load(first);
  try {
    const done: { readonly row: Row; readonly worst: readonly Answered[] }[] = [];
    for (const set of halves) {
      const { figures, answers } = await evaluate(searcher, set, { onQuery: () => progress.tick() });
      const worst = answers
        .filter(({ measures }) => measures.hit5 === 0)
        .sort((a, b) => a.measures.ndcg - b.measures.ndcg);
      done.push({
        row: { set: { name: set.name, part: set.part }, system: { name: system.name, label: system.label }, figures },
        worst,
      });
    }
    return done;
  } finally {
    await searcher.close();
  }
}

function failureLine({ judgement, found }: Answered, set: JudgedSet | undefined): string {
  const titleOf = (id: string) => set?.documents.find((document) => document.id === id)?.title ?? id;
  const right = [...judgement.grades].sort(([, a], [, b]) => b - a).map(([id, grade]) => `${titleOf(id)} (${grade})`);
  return `  « ${judgement.query} »\n    attendu : ${right.slice(0, 3).join(" · ")}\n    trouvé  : ${found.slice(0, 5).map(titleOf).join(" · ") || "rien"}`;
}

function closing(falls: readonly string[], sets: readonly JudgedSet[]): string {
  const left = sets.filter(({ unanswerable }) => unanswerable > 0);
  const apart = left.map((set) => `${floorName(set)} ${set.unanswerable}`).join(", ");
  const notes = apart === "" ? "" : `Sans réponse possible dans leur langue, laissées de côté : ${apart}.\n`;
  return falls.length === 0
    ? `${notes}✔ Rien n’est passé sous son plancher (search/evaluation/floors.json).`
    : `${notes}✖ Sous le plancher : ${falls.join(" ; ")}`;
}

try {
  await run(readOptions(process.argv.slice(2)));
} catch (error) {
  console.error(`✖ ${error instanceof Error ? error.stack : String(error)}\n\n${usage}`);
  process.exitCode = 1;
}
// Clients keep connections to servers that are gone.
process.exit();
