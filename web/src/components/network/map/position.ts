import { geoDistance } from "d3-geo";

/** Longitude and latitude in degrees, WGS 84. */
export type Position = [longitude: number, latitude: number];

const earthRadiusKm = 6371;

/** How far two places are apart as the crow flies, in kilometres. */
export const kilometresBetween = (a: Position, b: Position): number => geoDistance(a, b) * earthRadiusKm;
