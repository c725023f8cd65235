import { apart, crowds, type Dot } from "./dots.ts";
import type { Box, Named } from "./labels.ts";

/** A crowded part of the map, drawn again larger in a corner. */
export interface Magnifier extends Dot {
  /** Its points, enlarged. */
  readonly points: readonly Named[];
  /** The same points where they lie on the map. */
  readonly ground: readonly Named[];
  /** The part of the map that it enlarges. */
  readonly lens: Dot;
  readonly box: Box;
  readonly lensBox: Box;
  /** Lowest line that it needs of the drawing. */
  readonly bottom: number;
}

/** From how many points on, and how close to one another, a crowd is enlarged. */
const fewest = 3;
const closest = 26;
const radius = 112;
const edge = 6;
const strongest = 9;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Finds the largest crowd of a map and a corner to enlarge it in; below the map when every corner is taken. */
export function placeMagnifier(dots: readonly Named[], size: Size): Magnifier | undefined {
  const crowd = crowds(dots, closest)[0] ?? [];
  if (crowd.length < fewest || crowd.length === dots.length) return undefined;
  const others = dots.filter((dot) => !crowd.includes(dot));
  const spread = boxAround(crowd);
  const middle = { x: (spread.left + spread.right) / 2, y: (spread.top + spread.bottom) / 2 };
  const lens = { ...middle, r: Math.hypot(spread.right - spread.left, spread.bottom - spread.top) / 2 + 5 };
  const spot = freeSpot([...others, lens], middle, size);
  const half = Math.max(...crowd.map(({ x, y }) => Math.hypot(x - middle.x, y - middle.y)), 1);
  const zoom = Math.min((radius * 0.55) / half, strongest);
  const points = apart(
    crowd.map((dot) => ({ ...dot, x: spot.x + (dot.x - middle.x) * zoom, y: spot.y + (dot.y - middle.y) * zoom })),
  );
  return {
    ...spot,
    r: radius,
    points,
    ground: crowd.map((dot) => ({ ...dot, r: 3 })),
    lens,
    box: boxOf({ ...spot, r: radius }),
    lensBox: boxOf(lens),
    bottom: spot.y + radius + edge,
  };
}

/** The corner that covers no point, the nearest to the crowd; else a spot under the map. */
function freeSpot(dots: readonly Dot[], crowd: { x: number; y: number }, { width, height }: Size) {
  const near = radius + edge;
  const corners = [width - near, near].flatMap((x) => [near, height - near].map((y) => ({ x, y })));
  const free = corners.filter(({ x, y }) => dots.every((dot) => Math.hypot(dot.x - x, dot.y - y) > radius + dot.r + 8));
  const distance = ({ x, y }: { x: number; y: number }) => Math.hypot(x - crowd.x, y - crowd.y);
  return free.toSorted((a, b) => distance(a) - distance(b))[0] ?? { x: width - near, y: height + near };
}

function boxAround(dots: readonly Dot[]): Box {
  return {
    left: Math.min(...dots.map(({ x }) => x)),
    right: Math.max(...dots.map(({ x }) => x)),
    top: Math.min(...dots.map(({ y }) => y)),
    bottom: Math.max(...dots.map(({ y }) => y)),
  };
}

const boxOf = ({ x, y, r }: Dot): Box => ({ left: x - r, right: x + r, top: y - r, bottom: y + r });
