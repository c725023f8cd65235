import fc from "fast-check";
import { expect, test } from "vitest";
import type { Box, PlacedLabel } from "./labels.ts";
import { layOut, type MapPlace } from "./network-map.ts";
import { allOutlines } from "./outlines.ts";
import { kilometresBetween, type Position } from "./position.ts";

const towns: Readonly<Record<string, Position>> = {
  Lille: [3.0573, 50.6292],
  Faches: [3.0736, 50.6],
  Roubaix: [3.1746, 50.6942],
  Tourcoing: [3.1612, 50.7239],
  Dunkerque: [2.3775, 51.0344],
  Calais: [1.858, 50.951],
  "Boulogne-sur-Mer": [1.6137, 50.7264],
  Maubeuge: [3.973, 50.278],
  Cambrai: [3.235, 50.176],
  Arras: [2.777, 50.291],
};
const places = (names: readonly string[] = Object.keys(towns)): MapPlace[] =>
  names.map((label) => ({ id: label, label, position: towns[label] ?? [0, 0], weight: 2 }));
const drawn = (given: readonly MapPlace[], passages: { from: string; to: string }[] = []) => {
  const map = layOut(given, passages);
  if (map === undefined) throw new Error("nothing was drawn");
  return map;
};
const point = (map: ReturnType<typeof drawn>, id: string) => {
  const found = map.points.find((one) => one.id === id) ?? map.magnifier?.points.find((one) => one.id === id);
  if (found === undefined) throw new Error(`${id} has no point`);
  return found;
};
const boxOf = ({ text, x, y, anchor }: PlacedLabel, size: number): Box => {
  const width = [...text].length * size * 0.5;
  const left = x - { start: 0, middle: width / 2, end: width }[anchor];
  return { left, right: left + width, top: y - size * 0.7, bottom: y };
};
const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

test("north is up and east is right", () => {
  const map = drawn(places());
  expect(point(map, "Dunkerque").y).toBeLessThan(point(map, "Arras").y);
  expect(point(map, "Boulogne-sur-Mer").x).toBeLessThan(point(map, "Maubeuge").x);
});

test("the departments that hold a centre are the map’s ground, and all paths weigh less than 15 kB", () => {
  const { outlines } = drawn(places());
  expect(outlines.filter(({ isHome }) => isHome).map(({ name }) => name)).toEqual(["Nord", "Pas-de-Calais"]);
  expect(outlines.reduce((bytes, { path }) => bytes + path.length, 0)).toBeLessThan(15_000);
});

test("another region has its own ground", () => {
  const { outlines } = drawn([{ id: "a", label: "Brest", position: [-4.486, 48.39], weight: 1 }]);
  expect(outlines.find(({ isHome }) => isHome)?.name).toBe("Finistère");
});

test("where the portal has no outline, points are drawn alone", () => {
  const map = drawn([
    { id: "a", label: "Québec", position: [-71.2, 46.8], weight: 1 },
    { id: "b", label: "Trois-Rivières", position: [-72.55, 46.35], weight: 1 },
  ]);
  expect(map.outlines).toEqual([]);
  expect(map.points).toHaveLength(2);
  for (const { x, y } of map.points) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(map.width);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(map.height);
  }
});

test("a centre at a pole, or anywhere alone, has a map", () => {
  const positions: Position[] = [
    [-179, -89],
    [180, 90],
    [0, -90],
    [-180, 0],
  ];
  for (const position of positions) {
    const map = drawn([{ id: "a", label: "Loin", position, weight: 1 }]);
    for (const value of [map.width, map.height, point(map, "a").x, point(map, "a").y]) expect(value).toBeGreaterThan(0);
  }
});

test("one centre far away leaves the others as they were, and stands at the edge on its side", () => {
  const near = drawn(places());
  const map = drawn([...places(), { id: "loin", label: "Saint-Denis", position: [55.45, -20.88], weight: 2 }]);
  const width = ({ x: a }: { x: number }, { x: b }: { x: number }) => Math.abs(a - b);
  expect(width(point(map, "Calais"), point(map, "Maubeuge"))).toBeCloseTo(
    width(point(near, "Calais"), point(near, "Maubeuge")),
    0,
  );
  expect(point(map, "loin").x).toBeGreaterThan(map.width * 0.9);
  expect(point(map, "loin").y).toBeGreaterThan(map.height * 0.8);
});

test("no centre, no map", () => {
  expect(layOut([])).toBeUndefined();
});

test("a crowded part is drawn again under a magnifier, far enough apart to be told from one another", () => {
  const map = drawn(places());
  expect(map.magnifier?.points.map(({ id }) => id).toSorted()).toEqual(["Faches", "Lille", "Roubaix", "Tourcoing"]);
  expect(map.magnifier?.ground).toHaveLength(4);
  expect(map.labels.wide.map(({ text }) => text)).toEqual(expect.arrayContaining(["Lille", "Roubaix", "Tourcoing"]));
});

test("the magnifier covers no other point", () => {
  const map = drawn(places());
  const glass = map.magnifier;
  if (!glass) throw new Error("no magnifier");
  const inGlass = new Set(glass.points.map(({ id }) => id));
  for (const { id, x, y, r } of map.points)
    if (!inGlass.has(id)) expect(Math.hypot(x - glass.x, y - glass.y)).toBeGreaterThan(glass.r + r);
});

test("a thread runs between two places, none from a place to itself or to one that isn’t drawn", () => {
  const passages = [
    { from: "Lille", to: "Calais" },
    { from: "Arras", to: "Arras" },
    { from: "Arras", to: "Nulle part" },
  ];
  expect(drawn(places(), passages).threads).toHaveLength(1);
});

test("names cover neither a point nor another name, on large screens and on phones", () => {
  const map = drawn(places());
  for (const [labels, size] of [
    [map.labels.wide, 13],
    [map.labels.narrow, 21],
  ] as const)
    for (const [index, label] of labels.entries()) {
      const box = boxOf(label, size);
      for (const other of labels.slice(index + 1))
        expect(meet(box, boxOf(other, size)), `${label.text} ${other.text}`).toBe(false);
      for (const { x, y, r } of map.points)
        expect(meet(box, { left: x - r, right: x + r, top: y - r, bottom: y + r }), label.text).toBe(false);
    }
});

test("a name of any length, without spaces, from right to left or of emoji stays inside the drawing", () => {
  const labels = ["Llanfairpwllgwyngyllgogerychwyrndrobwll", "مركز اجتماعي للجميع", "🐝".repeat(30), ""];
  const map = drawn(
    labels.map((label, index) => ({ id: `${index}`, label, position: [2 + index / 2, 50.4] as Position, weight: 1 })),
  );
  for (const label of map.labels.wide) {
    const { left, right } = boxOf(label, 13);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(map.width);
  }
});

test("wherever centres are, each has one point, all apart and inside the drawing", () => {
  const position = fc.tuple(
    fc.double({ min: -5, max: 8, noNaN: true }),
    fc.double({ min: 42, max: 51.5, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(position, { minLength: 1, maxLength: 25 }), fc.nat({ max: 30 }), (positions, weight) => {
      const map = drawn(
        positions.map((each, index) => ({ id: `${index}`, label: `Ville ${index}`, position: each, weight })),
      );
      expect(map.points.map(({ id }) => id).toSorted()).toEqual(positions.map((_, index) => `${index}`).toSorted());
      for (const { x, y } of map.points) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(map.width);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(map.height);
      }
    }),
    { numRuns: 40 },
  );
});

test("centres in the very same place are drawn beside one another", () => {
  const map = drawn(["a", "b"].map((id) => ({ id, label: "Lens", position: [2.83, 50.43] as Position, weight: 4 })));
  const [a, b] = map.points;
  if (!a || !b) throw new Error("two points expected");
  expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(a.r + b.r);
  expect(map.labels.wide.map(({ text }) => text)).toEqual(["Lens"]);
});

test("every outline lies on the side of its border that it should, and has a name", () => {
  for (const { properties, bounds } of allOutlines()) {
    expect(properties.name).not.toBe("");
    expect(bounds[1][0] - bounds[0][0], properties.name).toBeLessThan(10);
  }
});

test("distances are those of the ground", () => {
  expect(kilometresBetween(towns["Lille"] ?? [0, 0], towns["Dunkerque"] ?? [0, 0])).toBeCloseTo(66, -1);
});
