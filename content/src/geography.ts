const earthRadiusKm = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/**
 * Kilometres between two places given by longitude and latitude in degrees, as the crow flies, on a sphere.
 * @see https://en.wikipedia.org/wiki/Haversine_formula
 */
export function kilometresBetween(
  [fromLongitude, fromLatitude]: readonly [number, number],
  [toLongitude, toLatitude]: readonly [number, number],
): number {
  const across = Math.sin(radians(toLongitude - fromLongitude) / 2) ** 2;
  const along = Math.sin(radians(toLatitude - fromLatitude) / 2) ** 2;
  const half = along + Math.cos(radians(fromLatitude)) * Math.cos(radians(toLatitude)) * across;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(half)));
}
