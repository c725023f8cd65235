import type { Dot } from "./dots.ts";

/** A name and the disc it belongs to. */
export interface Named extends Dot {
  readonly id: string;
  readonly label: string;
  /** The heaviest is placed first. */
  readonly weight: number;
}

/** A name where it can be read: `x` and `y` are those of its baseline’s anchor. */
export interface PlacedLabel {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
}

/** A rectangle of the drawing. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where names may stand, and what they must keep clear of. */
export interface Ground {
  readonly size: number;
  readonly frame: Box;
  readonly obstacles: readonly Box[];
}

/** Mean width of a letter of the text face, to its size; a little too much rather than too little. */
const letterWidth = 0.58;
const longest = 20;
const clear = 4;

/** Places as many names as can be read without covering a disc or one another; a name that several discs share is written once. */
export function placeLabels(named: readonly Named[], { size, frame, obstacles }: Ground): PlacedLabel[] {
  const taken = [...obstacles, ...named.map(boxOfDot)];
  const written = new Set<string>();
  const placed: PlacedLabel[] = [];
  for (const one of named.toSorted((a, b) => b.weight - a.weight || a.label.localeCompare(b.label, "fr"))) {
    const text = shortened(one.label);
    if (text === "" || written.has(text)) continue;
    const found = candidates(one, text, size).find(({ box }) => within(box, frame) && !taken.some(overlaps(box)));
    if (!found) continue;
    written.add(text);
    taken.push(found.box);
    placed.push({ id: one.id, text, x: round(found.x), y: round(found.y), anchor: found.anchor });
  }
  return placed;
}

const shortened = (label: string): string => {
  const letters = [...label];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join("")}…` : label;
};

function candidates({ x, y, r }: Dot, text: string, size: number) {
  const width = [...text].length * size * letterWidth;
  const beside = r + clear;
  const middle = y + size * 0.35;
  const above = y - beside - size * 0.2;
  const below = y + beside + size * 0.8;
  const slant = beside * 0.7;
  const spots = [
    { x: x + beside, y: middle, anchor: "start" },
    { x: x - beside, y: middle, anchor: "end" },
    { x, y: above, anchor: "middle" },
    { x, y: below, anchor: "middle" },
    { x: x + slant, y: y - slant, anchor: "start" },
    { x: x + slant, y: y + slant + size * 0.7, anchor: "start" },
    { x: x - slant, y: y - slant, anchor: "end" },
    { x: x - slant, y: y + slant + size * 0.7, anchor: "end" },
    { x: x - r, y: above, anchor: "start" },
    { x: x + r, y: above, anchor: "end" },
    { x: x - r, y: below, anchor: "start" },
    { x: x + r, y: below, anchor: "end" },
  ] as const;
  return spots.map((spot) => ({ ...spot, box: boxOfText(spot, width, size) }));
}

function boxOfText(spot: { x: number; y: number; anchor: PlacedLabel["anchor"] }, width: number, size: number): Box {
  const before = { start: 0, middle: width / 2, end: width }[spot.anchor];
  const left = spot.x - before;
  return { left, right: left + width, top: spot.y - size * 0.85, bottom: spot.y + size * 0.25 };
}

const boxOfDot = ({ x, y, r }: Dot): Box => ({ left: x - r, right: x + r, top: y - r, bottom: y + r });

const within = (box: Box, frame: Box): boolean =>
  box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;

/** Whether two rectangles share any ground. */
export const overlaps =
  (a: Box) =>
  (b: Box): boolean =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const round = (value: number): number => Math.round(value * 10) / 10;
