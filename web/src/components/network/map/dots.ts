/** A disc of the drawing. */
export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** Room between two discs, in units of the drawing. */
const gap = 2;
const rounds = 60;

/** Pushes discs apart until none covers another; the order and number stay. Discs in the very same spot part in fixed directions. */
export function apart<T extends Dot>(dots: readonly T[]): T[] {
  const moved = dots.map((dot) => ({ dot, x: dot.x, y: dot.y, r: dot.r }));
  for (let round = 0; round < rounds; round++) {
    let touched = false;
    for (const [index, a] of moved.entries()) {
      for (const [offset, b] of moved.slice(index + 1).entries()) {
        const distance = Math.hypot(b.x - a.x, b.y - a.y);
        const missing = a.r + b.r + gap - distance;
        if (missing <= 0.01) continue;
        touched = true;
        const angle = distance > 0.01 ? Math.atan2(b.y - a.y, b.x - a.x) : (index * 7 + offset) * 2.399963;
        a.x -= (Math.cos(angle) * missing) / 2;
        a.y -= (Math.sin(angle) * missing) / 2;
        b.x += (Math.cos(angle) * missing) / 2;
        b.y += (Math.sin(angle) * missing) / 2;
      }
    }
    if (!touched) break;
  }
  return moved.map(({ dot, x, y }) => ({ ...dot, x, y }));
}

/** Keeps a disc inside the drawing. */
export const inside = <T extends Dot>(dot: T, width: number, height: number): T => ({
  ...dot,
  x: Math.min(Math.max(dot.x, dot.r + 2), width - dot.r - 2),
  y: Math.min(Math.max(dot.y, dot.r + 2), height - dot.r - 2),
});

/** Groups of discs that stand closer to a neighbour than `reach`, the largest first. */
export function crowds<T extends Dot>(dots: readonly T[], reach: number): T[][] {
  const rest = new Set(dots);
  const groups: T[][] = [];
  for (const first of dots) {
    if (!rest.delete(first)) continue;
    const group = [first];
    for (const member of group) {
      for (const other of rest) {
        if (Math.hypot(other.x - member.x, other.y - member.y) >= reach) continue;
        rest.delete(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups.toSorted((a, b) => b.length - a.length);
}
