import { geoBounds, geoContains } from "d3-geo";
import { z } from "zod";
import written from "./outlines.geojson?raw";
import type { Position } from "./position.ts";

const position = z.tuple([z.number(), z.number()]);
const ring = z.array(position);
const outlinesSchema = z.object({
  features: z.array(
    z.object({
      type: z.literal("Feature"),
      properties: z.object({ country: z.string(), name: z.string() }),
      geometry: z.discriminatedUnion("type", [
        z.object({ type: z.literal("Polygon"), coordinates: z.array(ring) }),
        z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(ring)) }),
      ]),
    }),
  ),
});

/** The outline of a department or a province. */
export type Outline = z.infer<typeof outlinesSchema>["features"][number];

let parsed: readonly (Outline & { readonly bounds: [Position, Position] })[] | undefined;

/** Every outline that the portal has, with its bounds in degrees. */
export function allOutlines() {
  parsed ??= outlinesSchema
    .parse(JSON.parse(written))
    .features.map((outline) => ({ ...outline, bounds: geoBounds(outline) }));
  return parsed;
}

/** The outlines that hold one of these places. */
export const outlinesAround = (places: readonly Position[]): Outline[] =>
  allOutlines().filter(({ bounds: [[west, south], [east, north]], ...outline }) =>
    places.some(
      (place) =>
        place[0] >= west && place[0] <= east && place[1] >= south && place[1] <= north && geoContains(outline, place),
    ),
  );
