/** What the arithmetic needs of a moment's materials; `groupOf` in people. */
export interface MomentWithMaterials {
  readonly title: string;
  readonly groupOf?: number | undefined;
  readonly materials: readonly {
    readonly name: string;
    readonly quantity?: number | undefined;
    readonly per?: string | undefined;
    readonly reusable?: boolean | undefined;
  }[];
}

/** One row of the list; `quantity` in pieces, absent where no moment says how many. `moments` are titles, in order. */
export interface MaterialRow {
  readonly name: string;
  readonly quantity: number | undefined;
  readonly moments: readonly string[];
}

/** Small groups that `people` make, as close to `groupOf` each as they can; at least one. */
export const groupCount = (people: number, groupOf: number): number => Math.max(1, Math.round(people / groupOf));

/** Size of the small groups where a moment doesn't say. */
export const usualGroupOf = 3;

/** How many people a kit is counted for where it doesn't say. */
export const usualPeople = 12;

/** Everything to bring for `people`, in the order of first use: pieces add up over moments, reusable ones are counted once at their highest. */
export function materialList(agenda: readonly MomentWithMaterials[], people: number): MaterialRow[] {
  const rows = new Map<
    string,
    { name: string; used: number | undefined; reused: number | undefined; moments: string[] }
  >();
  for (const moment of agenda) {
    const groups = groupCount(people, moment.groupOf ?? usualGroupOf);
    for (const material of moment.materials) {
      const name = material.name.trim();
      const row = rows.get(name.toLowerCase()) ?? { name, used: undefined, reused: undefined, moments: [] };
      rows.set(name.toLowerCase(), row);
      if (!row.moments.includes(moment.title)) row.moments.push(moment.title);
      if (material.quantity === undefined) continue;
      const pieces = Math.ceil(
        material.quantity * (material.per === "person" ? people : material.per === "group" ? groups : 1),
      );
      if (material.reusable) row.reused = Math.max(row.reused ?? 0, pieces);
      else row.used = (row.used ?? 0) + pieces;
    }
  }
  return [...rows.values()].map(({ name, used, reused, moments }) => ({
    name,
    quantity: used === undefined && reused === undefined ? undefined : (used ?? 0) + (reused ?? 0),
    moments,
  }));
}
