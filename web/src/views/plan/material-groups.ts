/** A line to tick: `index` is its place in the whole list, `label` what is shown of it. */
export interface Tick {
  readonly index: number;
  readonly item: string;
  readonly label: string;
}

/** Materials that stand together: those of a kit, or those of nothing in particular. */
export interface MaterialGroup {
  readonly kit?: string;
  readonly ticks: readonly Tick[];
}

/** Lines to tick as they are. */
export const ticksOf = (items: readonly string[]): Tick[] => items.map((item, index) => ({ index, item, label: item }));

/** The kit that a plan names behind a material: see `planFrom`. */
const ofKit = /^(.+) \(([^()]+)\)$/u;

/** Materials by the kit that they are for, which several name in brackets; what no kit asks for comes first. */
export function materialGroups(materials: readonly string[]): MaterialGroup[] {
  const ticks = ticksOf(materials);
  const byKit = Map.groupBy(ticks, ({ item }) => ofKit.exec(item)?.[2] ?? "");
  const kits = [...byKit].filter(([kit, own]) => kit !== "" && own.length > 1);
  const grouped = new Set(kits.flatMap(([, own]) => own));
  const rest = ticks.filter((tick) => !grouped.has(tick));
  return [
    ...(rest.length > 0 ? [{ ticks: rest }] : []),
    ...kits.map(([kit, own]) => ({
      kit,
      ticks: own.map((tick) => ({ ...tick, label: ofKit.exec(tick.item)?.[1] ?? tick.item })),
    })),
  ];
}
