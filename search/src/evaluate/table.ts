import type { Figures } from "./evaluation.ts";
import type { JudgedSet } from "./judged-set.ts";
import type { System } from "./searcher.ts";
import { slipNames } from "./slips.ts";

/** One line of the table. */
export interface Row {
  readonly set: Pick<JudgedSet, "name" | "part">;
  readonly system: Pick<System, "name" | "label">;
  readonly figures: Figures;
}

const partNames = { tune: "réglage", report: "mesure" } as const;
const widths = { set: 20, system: 24, figure: 8 } as const;
const heads = [
  "requêtes",
  "nDCG@10",
  "hit@1",
  "hit@5",
  "MRR@10",
  "vides",
  "p50 ms",
  "p95 ms",
  "faute",
  "sans acc.",
  "coupé",
];

/** The line above the figures. */
export const tableHead = (): string =>
  "jeu, partie".padEnd(widths.set) +
  "moteur".padEnd(widths.system) +
  heads.map((head) => head.padStart(widths.figure + 2)).join("");

/** A line of figures. */
export function tableLine({ set, system, figures }: Row): string {
  const shares = [figures.ndcg, figures.hit1, figures.hit5, figures.mrr, figures.empty].map(share);
  const times = [figures.p50, figures.p95].map((ms) => ms.toFixed(1));
  const changes = slipNames.map((slip) => signed(figures.slips[slip]));
  return (
    `${set.name}, ${partNames[set.part]}`.padEnd(widths.set) +
    system.label.padEnd(widths.system) +
    [String(figures.queries), ...shares, ...times, ...changes].map((cell) => cell.padStart(widths.figure + 2)).join("")
  );
}

/** A share as engineers write it: three decimals, without the zero. @example share(0.5) // ".500" */
const share = (value: number): string => value.toFixed(3).replace(/^0/, "");

const signed = (value: number): string => (value < 0 ? "−" : "+") + share(Math.abs(value));
