import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Row } from "./table.ts";

const floorSchema = z.strictObject({ ndcg: z.number(), hit5: z.number(), mrr: z.number() });
const floorsSchema = z.record(z.string(), z.record(z.string(), floorSchema));

/** The least that each way of searching must be worth, by its name and by `SET/PART`. */
export type Floors = z.infer<typeof floorsSchema>;

/** Where they are kept. */
export const floorsFile = new URL("../../evaluation/floors.json", import.meta.url);

/** Reads the floors that are committed. */
export const readFloors = (): Floors => floorsSchema.parse(JSON.parse(readFileSync(floorsFile, "utf8")));

/** Names a set’s part as the floors do. */
export const floorName = ({ name, part }: Row["set"]): string => `${name}/${part}`;

/** What fell below its floor, in words. */
export function fallen(rows: readonly Row[], floors: Floors): string[] {
  return rows.flatMap(({ set, system, figures }) => {
    const floor = floors[system.name]?.[floorName(set)];
    if (floor === undefined) return [];
    return (["ndcg", "hit5", "mrr"] as const).flatMap((measure) =>
      figures[measure] < floor[measure]
        ? [
            `${floorName(set)}, ${system.name}: ${measure} ${figures[measure].toFixed(3)} < ${floor[measure].toFixed(3)}`,
          ]
        : [],
    );
  });
}
