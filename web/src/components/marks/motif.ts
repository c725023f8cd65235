import { createRandom, type Random } from "./random.ts";

/** Colours of a motif. */
export type Scheme = "night" | "yellow" | "flax" | "brick";

/** What a motif counts: `clusters` that the idea has reached (eight are drawn at most), of which `accents` made it their own. */
export interface MotifFacts {
  /** The document’s uid: the same document always has the same drawing. */
  readonly seed: string;
  readonly clusters: number;
  readonly accents?: number;
}

/** Size of the drawing in its own units, and how many dots its core has. */
export interface MotifFrame {
  readonly width: number;
  readonly height: number;
  readonly dots: number;
}

/** Frames by where a motif stands. */
export const motifFrames = {
  card: { width: 320, height: 170, dots: 84 },
  wide: { width: 400, height: 250, dots: 180 },
  large: { width: 420, height: 340, dots: 240 },
  tile: { width: 240, height: 170, dots: 60 },
} as const satisfies Record<string, MotifFrame>;

/** Name of a frame. */
export type MotifSize = keyof typeof motifFrames;

/** One path of a motif: dots and dashes of one weight. */
export interface MotifPath {
  readonly part: "core" | "body" | "edge" | "thread" | "cluster" | "accent";
  readonly weight: number;
  readonly d: string;
}

interface Point {
  readonly x: number;
  readonly y: number;
}
interface Spot extends Point {
  readonly size: number;
}

/** Most clusters that a motif draws. */
export const mostClusters = 8;
const goldenAngle = Math.PI * (3 - Math.sqrt(5));
const turn = 2 * Math.PI;

const round = (value: number): string => String(Math.round(value * 10) / 10);
const dot = ({ x, y }: Point): string => `M${round(x)} ${round(y)}h0`;
const dash = (at: Point, dx: number, dy: number): string => `M${round(at.x)} ${round(at.y)}l${round(dx)} ${round(dy)}`;

/** Dots packed as in a sunflower’s head, `gap` apart; with `drift` the outermost ones take off. */
function pack(random: Random, centre: Point, count: number, gap: number, drift: number): (Point & { far: number })[] {
  const start = random() * turn;
  return Array.from({ length: count }, (_, index) => {
    const far = index / count;
    const distance = gap * Math.sqrt(index + 0.5) * (1 + drift * far ** 4 * random());
    const angle = start + index * goldenAngle;
    return { x: centre.x + distance * Math.cos(angle), y: centre.y + distance * Math.sin(angle), far };
  });
}

/** Places for clusters on the right of the core, away from it and from each other. */
function scatter(random: Random, count: number, { width, height }: MotifFrame, core: Spot): Point[] {
  const tries = 1400;
  const places: Point[] = [];
  for (let attempt = 0; places.length < count && attempt < tries; attempt++) {
    const place = { x: width * (0.5 + 0.42 * random()), y: height * (0.14 + 0.72 * random()) };
    const room = height * 0.3 * (1 - attempt / (1.6 * tries));
    const awayFromCore = Math.hypot(place.x - core.x, place.y - core.y) > core.size + height * 0.17;
    if (awayFromCore && places.every((other) => Math.hypot(place.x - other.x, place.y - other.y) > room)) {
      places.push(place);
    }
  }
  return places;
}

/** Dashes along a bent path (a quadratic Bézier curve) from one spot to another. */
function thread(random: Random, from: Spot, to: Spot, height: number): string {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy);
  const bend = (random() - 0.5) * 0.5;
  const middle = { x: from.x + dx / 2 - dy * bend, y: from.y + dy / 2 + dx * bend };
  const begin = from.size / length;
  const reach = 1 - (to.size + height * 0.015) / length - begin;
  const dashes = Math.max(5, Math.round(length / (height * 0.042)));
  return Array.from({ length: dashes }, (_, index) => {
    const t = begin + (reach * (index + random() * 0.6)) / dashes;
    const u = 1 - t;
    const tangent = {
      x: 2 * u * (middle.x - from.x) + 2 * t * (to.x - middle.x),
      y: 2 * u * (middle.y - from.y) + 2 * t * (to.y - middle.y),
    };
    const speed = Math.hypot(tangent.x, tangent.y);
    const along = { x: tangent.x / speed, y: tangent.y / speed };
    const aside = (random() + random() - 1) * height * 0.045 * Math.sin(Math.PI * t);
    const at = {
      x: u * u * from.x + 2 * u * t * middle.x + t * t * to.x - along.y * aside,
      y: u * u * from.y + 2 * u * t * middle.y + t * t * to.y + along.x * aside,
    };
    return dash(at, along.x * height * 0.016, along.y * height * 0.016);
  }).join("");
}

/** Scouts that circle a core which nobody has taken up yet. */
function scouts(random: Random, core: Spot, height: number): string {
  return Array.from({ length: 46 }, () => {
    const angle = random() * turn;
    const distance = core.size * (1.3 + 0.9 * random() ** 1.4);
    const at = { x: core.x + distance * 1.35 * Math.cos(angle), y: core.y + distance * Math.sin(angle) };
    return dash(at, -Math.sin(angle) * height * 0.018, Math.cos(angle) * height * 0.018);
  }).join("");
}

const weights = { core: 0.034, body: 0.028, edge: 0.021, thread: 0.0125, cluster: 0.026, accent: 0.026 } as const;

/** Draws a swarm: one core, a thread of dashes to each cluster. Dots are strokes of no length with round ends, which weigh least. */
export function drawMotif({ seed, clusters, accents = 0 }: MotifFacts, frame: MotifFrame): MotifPath[] {
  const { width, height, dots } = frame;
  const random = createRandom(seed);
  const count = Math.min(clusters, mostClusters);
  const gap = height * (dots > 120 ? 0.0185 : 0.0235);
  const across = count > 0 ? 0.2 + 0.1 * random() : 0.42 + 0.16 * random();
  const core = { x: width * across, y: height * (0.42 + 0.18 * random()), size: gap * Math.sqrt(dots) };
  const parts = { core: "", body: "", edge: "", thread: "", cluster: "", accent: "" };
  for (const point of pack(random, core, dots, gap, 0.5)) {
    parts[point.far < 0.35 ? "core" : point.far < 0.75 ? "body" : "edge"] += dot(point);
  }
  for (const [index, place] of scatter(random, count, frame, core).entries()) {
    const members = 7 + Math.floor(random() * 13);
    const spot = { ...place, size: gap * 0.95 * Math.sqrt(members) };
    parts.thread += thread(random, core, spot, height);
    parts[index < accents ? "accent" : "cluster"] += pack(random, spot, members, gap * 0.95, 0)
      .map(dot)
      .join("");
  }
  if (count === 0) parts.thread += scouts(random, core, height);
  const names = ["core", "body", "edge", "thread", "cluster", "accent"] as const;
  return names
    .filter((part) => parts[part] !== "")
    .map((part) => ({ part, weight: Math.round(weights[part] * height * 10) / 10, d: parts[part] }));
}
