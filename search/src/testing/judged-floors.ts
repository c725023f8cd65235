import { expect } from "vitest";
import { evaluate } from "../evaluate/evaluation.ts";
import { fallen, floorName, readFloors } from "../evaluate/floors.ts";
import type { JudgedSet } from "../evaluate/judged-set.ts";
import type { System } from "../evaluate/searcher.ts";
import { readSets } from "../evaluate/sets.ts";
import type { Row } from "../evaluate/table.ts";

/** Every judged set at hand with its parts, by name. */
export const judgedSets = (): [string, JudgedSet[]][] => [...Map.groupBy(readSets(), ({ name }) => name)];

/** Expects a way of searching to answer both halves of a set no worse than its floors say. */
export async function expectFloorsKept(system: System, halves: readonly JudgedSet[]): Promise<void> {
  const [first] = halves;
  if (first === undefined) throw new Error("A set without parts");
  const floors = readFloors();
  const searcher = await system.load(first);
  try {
    const rows: Row[] = [];
    for (const set of halves) {
      expect(floors[system.name]).toHaveProperty([floorName(set)]);
      const { figures } = await evaluate(searcher, set, { slips: [] });
      rows.push({ set, system, figures });
    }
    expect(fallen(rows, floors)).toEqual([]);
  } finally {
    await searcher.close();
  }
}
