import { apart, type Dot, inside } from "./dots.ts";
import { type DrawnOutline, drawOutlines, type Frame, frameOf, pointOf } from "./frame.ts";
import { type Named, type PlacedLabel, placeLabels } from "./labels.ts";
import { type Magnifier, placeMagnifier } from "./magnifier.ts";
import type { Position } from "./position.ts";

/** A place to be drawn. */
export interface MapPlace {
  readonly id: string;
  /** Name written beside its point. */
  readonly label: string;
  readonly position: Position;
  /** What its point counts: the size of the point says it. */
  readonly weight: number;
}

/** Something that passed from one place to another. */
export interface Passage {
  readonly from: string;
  readonly to: string;
}

/** A point of the drawing. */
export interface Point extends Named {
  /** How far a finger may miss it. */
  readonly reach: number;
}

/** A map ready to be drawn: every place has one point, on the map or under its magnifier. */
export interface NetworkMap {
  readonly width: number;
  readonly height: number;
  readonly outlines: readonly DrawnOutline[];
  readonly points: readonly Point[];
  /** Names as large screens show them, and fewer in larger letters for phones. */
  readonly labels: { readonly wide: readonly PlacedLabel[]; readonly narrow: readonly PlacedLabel[] };
  readonly threads: readonly string[];
  readonly magnifier: Magnifier | undefined;
}

const width = 640;
/** Sizes of the letters, in units of the drawing: 13 px on a large screen, 11 px on a phone. */
const letters = { wide: 13, narrow: 21 } as const;
const mostThreads = 80;

/** Lays a map out: the ground that holds every place, points that don’t cover one another, names that can be read. */
export function layOut(places: readonly MapPlace[], passages: readonly Passage[] = []): NetworkMap | undefined {
  if (places.length === 0) return undefined;
  const frame = frameOf(
    places.map(({ position }) => position),
    width,
  );
  const dots = places.map((place) => dotOf(place, frame));
  const magnifier = placeMagnifier(dots, frame);
  const crowd = new Set(magnifier?.points.map(({ id }) => id));
  const loose = apart(dots.filter(({ id }) => !crowd.has(id))).map((dot) => inside(dot, frame.width, frame.height));
  const points = [...loose, ...(magnifier?.points ?? [])];
  const onGround = new Map([...loose, ...(magnifier?.ground ?? [])].map((dot) => [dot.id, dot]));
  const labels = (size: number): PlacedLabel[] => {
    const obstacles = magnifier ? [magnifier.box, magnifier.lensBox] : [];
    const all = { left: 3, top: 3, right: frame.width - 3, bottom: frame.height - 3 };
    return [
      ...placeLabels(loose, { size, frame: all, obstacles }),
      ...(magnifier ? placeLabels(magnifier.points, { size, frame: magnifier.box, obstacles: [] }) : []),
    ];
  };
  return {
    width: frame.width,
    height: Math.round(Math.max(frame.height, magnifier?.bottom ?? 0)),
    outlines: drawOutlines(frame),
    points: points.map((dot) => ({ ...dot, reach: reachOf(dot, points) })),
    labels: { wide: labels(letters.wide), narrow: labels(letters.narrow) },
    threads: passages.slice(0, mostThreads).flatMap(({ from, to }) => thread(onGround.get(from), onGround.get(to))),
    magnifier,
  };
}

function dotOf({ id, label, position, weight }: MapPlace, frame: Frame): Named {
  const [x, y] = pointOf(position, frame);
  return { id, label, weight, x, y, r: radiusOf(weight) };
}

/** Area grows with what is counted. @example radiusOf(0) // 5.5 */
export const radiusOf = (weight: number): number => Math.min(5.5 + 1.8 * Math.sqrt(weight), 15);

function reachOf(dot: Named, others: readonly Named[]): number {
  const nearest = Math.min(
    ...others.filter(({ id }) => id !== dot.id).map((other) => Math.hypot(other.x - dot.x, other.y - dot.y) / 2),
  );
  return Math.max(dot.r, Math.min(nearest, 24));
}

/** A thread bends to one side, so that two that cross can be told apart. */
function thread(from: Dot | undefined, to: Dot | undefined): string[] {
  if (!from || !to) return [];
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  if (Math.hypot(dx, dy) < 1) return [];
  const [x, y] = [(from.x + to.x) / 2 + dy * 0.16, (from.y + to.y) / 2 - dx * 0.16];
  const written = [from.x, from.y, x, y, to.x, to.y].map((value) => value.toFixed(1));
  return [`M${written[0]} ${written[1]}Q${written[2]} ${written[3]} ${written[4]} ${written[5]}`];
}
