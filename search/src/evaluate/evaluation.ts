import type { JudgedSet, Judgement } from "./judged-set.ts";
import { type Measures, meanByNeed, measuresOf, percentile } from "./measures.ts";
import type { Searcher } from "./searcher.ts";
import { draws, type Slip, slipNames, slips } from "./slips.ts";

/** What a way of searching is worth on a set. */
export interface Figures extends Measures {
  readonly queries: number;
  /** Milliseconds of one search after the other. */
  readonly p50: number;
  readonly p95: number;
  /** Change of the reciprocal rank when queries that were clean are mistyped; negative: worse. */
  readonly slips: Readonly<Record<Slip, number>>;
}

/** One query and what was found: for looking at failures. */
export interface Answered {
  readonly judgement: Judgement;
  readonly found: readonly string[];
  readonly measures: Measures;
}

/** How a set is evaluated. */
export interface EvaluationOptions {
  /** Slips of the pen to try as well; all by default. */
  readonly slips?: readonly Slip[];
  readonly onQuery?: () => void;
}

/** Asks every query of a set, as it is and mistyped. */
export async function evaluate(
  searcher: Searcher,
  { judgements, goodGrade }: JudgedSet,
  { slips: tried = slipNames, onQuery }: EvaluationOptions = {},
): Promise<{ readonly figures: Figures; readonly answers: readonly Answered[] }> {
  // The first searches of a process are those of nobody: code and indexes are still cold.
  for (const { query } of judgements.slice(0, warmUps)) await searcher.search(query);
  const times: number[] = [];
  const ask = async (judgement: Judgement, query = judgement.query): Promise<Answered> => {
    const began = performance.now();
    const found = await searcher.search(query);
    times.push(performance.now() - began);
    onQuery?.();
    return { judgement, found, measures: measuresOf(found, judgement.grades, goodGrade) };
  };
  const answers: Answered[] = [];
  for (const judgement of judgements) answers.push(await ask(judgement));
  const clean = answers.filter(({ judgement }) => judgement.isClean);
  const change: Record<Slip, number> = { typo: 0, noAccents: 0, cut: 0 };
  for (const slip of tried) {
    const mistyped: Answered[] = [];
    for (const { judgement } of clean)
      for (let draw = 0; draw < draws[slip]; draw++)
        mistyped.push(await ask(judgement, slips[slip](judgement.query, draw)));
    change[slip] = averaged(mistyped).mrr - averaged(clean).mrr;
  }
  const latency = { p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
  return { figures: { ...averaged(answers), queries: judgements.length, ...latency, slips: change }, answers };
}

const warmUps = 10;

const averaged = (answers: readonly Answered[]): Measures =>
  meanByNeed(answers.map(({ judgement: { need }, measures }) => ({ need, measures })));

/** Searches that evaluating a set makes, warming up left aside. */
export const searchesOf = ({ judgements }: JudgedSet): number =>
  judgements.length +
  slipNames.reduce((sum, slip) => sum + draws[slip], 0) * judgements.filter(({ isClean }) => isClean).length;
