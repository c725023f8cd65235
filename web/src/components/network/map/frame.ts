import { type GeoPermissibleObjects, type GeoProjection, type GeoStream, geoMercator, geoPath } from "d3-geo";
import { allOutlines, type Outline, outlinesAround } from "./outlines.ts";
import type { Position } from "./position.ts";

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

/** The frame that shows every one of these places with the outlines around them; there must be one place at least. */
export function frameOf(places: readonly Position[], width: number): Frame {
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
  [longitude - around, Math.max(latitude - around, -85)],
  [longitude + around, Math.min(latitude + around, 85)],
];

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
