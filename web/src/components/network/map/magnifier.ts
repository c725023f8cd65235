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

/** From how many points on a crowd is enlarged, and how close to a neighbour they are: the widest crowd that is worth enlarging. */
const fewest = 3;
const reaches = [40, 30, 20];
/** How many times larger it must become at least, and becomes at most. */
const weakest = 2;
const radius = 112;
const edge = 6;
const strongest = 9;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Finds the largest crowd of a map and a corner to enlarge it in; below the map when every corner is taken. */
export function placeMagnifier(dots: readonly Named[], size: Size): Magnifier | undefined {
  const crowd = reaches.map((reach) => crowds(dots, reach)[0] ?? []).find((found) => isWorthIt(found, dots));
  if (!crowd) return undefined;
  const others = dots.filter((dot) => !crowd.includes(dot));
  const spread = boxAround(crowd);
  const middle = middleOf(spread);
  const lens = { ...middle, r: Math.hypot(spread.right - spread.left, spread.bottom - spread.top) / 2 + 5 };
  const spot = freeSpot([...others, lens], middle, size);
  const zoom = zoomOf(crowd);
  const points = apart(
    crowd.map((dot) => ({
      ...dot,
      // Names stand to the right of their points.
      x: spot.x + (dot.x - middle.x) * zoom - radius * 0.2,
      y: spot.y + (dot.y - middle.y) * zoom,
    })),
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

const isWorthIt = (crowd: readonly Dot[], all: readonly Dot[]): boolean =>
  crowd.length >= fewest && crowd.length < all.length && zoomOf(crowd) >= weakest;

function zoomOf(crowd: readonly Dot[]): number {
  const middle = middleOf(boxAround(crowd));
  const half = Math.max(...crowd.map(({ x, y }) => Math.hypot(x - middle.x, y - middle.y)), 1);
  return Math.min((radius * 0.55) / half, strongest);
}

const middleOf = ({ left, right, top, bottom }: Box) => ({ x: (left + right) / 2, y: (top + bottom) / 2 });

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
