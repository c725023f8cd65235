import { type GeoPermissibleObjects, type GeoProjection, type GeoStream, geoMercator, geoPath } from "d3-geo";
import { allOutlines, type Outline, outlinesAround } from "./outlines.ts";
import { kilometresBetween, type Position } from "./position.ts";

/** Part of the world that a map shows, and how it lies on the drawing. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly projection: GeoProjection;
  /** Outlines that hold a place of the map. */
  readonly home: readonly Outline[];
}

/** Room to leave around what is shown, in units of the drawing. */
const margin = 18;
/** Width of the ground around a place that no outline holds, in degrees. */
const around = 0.35;
const tallest = 1.05;
const flattest = 0.45;

/** Latitude at which this projection is cut: beyond, the ground is drawn ever larger. */
const highest = 84;
/** What lies farther from the middle than this, in kilometres, and much farther than most, would make all the rest a speck. */
const farthest = 500;
const timesFarther = 6;

/** The frame that shows these places with the outlines around them, but for those far away from all others; there must be one place at least. */
export function frameOf(all: readonly Position[], width: number): Frame {
  const places = together(all.map(onMap));
  const home = outlinesAround(places);
  const ground: GeoPermissibleObjects = {
    type: "GeometryCollection",
    geometries: [
      ...home.map(({ geometry }) => geometry),
      { type: "MultiPoint", coordinates: home.length > 0 ? [...places] : places.flatMap(neighbourhood) },
    ],
  };
  const projection = geoMercator().precision(0);
  const [[left, top], [right, bottom]] = geoPath(projection.scale(1000)).bounds(ground);
  const shape = (bottom - top) / (right - left);
  const height = Math.round(width * Math.min(Math.max(shape, flattest), tallest));
  projection.fitExtent(
    [
      [margin, margin],
      [width - margin, height - margin],
    ],
    ground,
  );
  return { width, height, projection, home };
}

const neighbourhood = ([longitude, latitude]: Position): Position[] => [
  [longitude - around, latitude - around],
  [longitude + around, latitude + around],
];

const onMap = ([longitude, latitude]: Position): Position => [
  longitude,
  Math.min(Math.max(latitude, -highest), highest),
];

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

function together(places: readonly Position[]): readonly Position[] {
  const middle: Position = [
    median(places.map(([longitude]) => longitude)),
    median(places.map(([, latitude]) => latitude)),
  ];
  const distances = places.map((place) => kilometresBetween(middle, place));
  const most = Math.max(farthest, timesFarther * median(distances));
  return places.filter((_, index) => (distances[index] ?? 0) <= most);
}

/** Where a place lies on the drawing: at its edge, on the right side, when the frame leaves it out. */
export function pointOf(place: Position, { projection, width, height }: Frame): readonly [x: number, y: number] {
  const [x, y] = projection(onMap(place)) ?? [width / 2, height / 2];
  const within = (value: number, most: number) => Math.min(Math.max(value, margin / 2), most - margin / 2);
  return [within(x, width), within(y, height)];
}

/** An outline as a path of the drawing. */
export interface DrawnOutline {
  readonly name: string;
  readonly path: string;
  /** Whether it holds a place of the map. */
  readonly isHome: boolean;
}

/** The outlines that come into view, each simplified to what the drawing can show. */
export function drawOutlines({ width, height, projection, home }: Frame): DrawnOutline[] {
  if (home.length === 0) return [];
  const cut = geoMercator()
    .precision(0)
    .scale(projection.scale())
    .translate(projection.translate())
    .clipExtent([
      [-4, -4],
      [width + 4, height + 4],
    ]);
  const path = geoPath({ stream: (sink: GeoStream) => cut.stream(thinned(sink)) }).digits(1);
  const names = new Set(home.map(({ properties }) => properties.name));
  return allOutlines().flatMap((outline) => {
    const { name } = outline.properties;
    const drawn = path(outline);
    return drawn ? [{ name, path: drawn, isHome: names.has(name) }] : [];
  });
}

/** Leaves out points that lie too close to the one before to be seen. */
function thinned(sink: GeoStream): GeoStream {
  let last: readonly [number, number] | undefined;
  return {
    point(x, y) {
      if (last && Math.hypot(x - last[0], y - last[1]) < 1.4) return;
      last = [x, y];
      sink.point(x, y);
    },
    lineStart() {
      last = undefined;
      sink.lineStart();
    },
    lineEnd: () => sink.lineEnd(),
    polygonStart: () => sink.polygonStart(),
    polygonEnd: () => sink.polygonEnd(),
  };
}
