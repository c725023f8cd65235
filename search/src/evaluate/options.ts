import { parseArgs } from "node:util";
import type { JudgedSet } from "./judged-set.ts";
import type { System } from "./searcher.ts";
import { furtherSystems, systems } from "./systems.ts";

/** How `npm run evaluate` is used. */
export const usage = `npm run evaluate -- [--set NOM] [--part tune|report] [--engine NOM] [--json] [--failures N]
  --set       seulement les jeux dont le nom commence ainsi : seed, seed-fr, transition, cdtn
  --part      seulement la moitié de réglage (tune) ou de mesure (report)
  --engine    seulement ces moteurs : ${[...systems, ...furtherSystems].map(({ name }) => name).join(", ")} (plusieurs fois)
  --json      les chiffres en JSON, sur la sortie standard
  --failures  les N requêtes les plus mal servies de chaque ligne`;

/** What was asked on the command line. */
export interface EvaluateOptions {
  readonly isAsked: (set: JudgedSet) => boolean;
  readonly systems: readonly System[];
  readonly json: boolean;
  readonly failures: number;
}

/** Reads the command line; throws with one French line on what is not understood. */
export function readOptions(args: readonly string[]): EvaluateOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      set: { type: "string", default: "" },
      part: { type: "string", default: "" },
      engine: { type: "string", multiple: true },
      json: { type: "boolean", default: false },
      failures: { type: "string", default: "0" },
    },
  });
  const { set, part, json } = values;
  const failures = Number(values.failures);
  if (!Number.isSafeInteger(failures) || failures < 0) throw new Error("--failures attend un nombre entier.");
  if (!["", "tune", "report"].includes(part)) throw new Error("--part attend tune ou report.");
  const named = values.engine?.map((name) => {
    const found = [...systems, ...furtherSystems].find((system) => system.name === name);
    if (found === undefined) throw new Error(`Moteur inconnu : ${name}.`);
    return found;
  });
  const isAsked = (judged: JudgedSet) => judged.name.startsWith(set) && (part === "" || judged.part === part);
  return { isAsked, systems: named ?? systems, json, failures };
}
