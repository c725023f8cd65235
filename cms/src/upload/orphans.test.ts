import { expect, test } from "vitest";
import { orphansAmong } from "./orphans.ts";

const now = Date.parse("2026-03-04T10:00:00Z");
const hour = 60 * 60_000;
const file = (name: string, hours = 48) => ({ name, writtenAt: now - hours * hour });
const names = (found: ReturnType<typeof file>[], known: string[]) =>
  orphansAmong(found, new Set(known), now).map(({ name }) => name);

test("what no row knows is an orphan once an upload can’t be at it any more", () => {
  const found = [file("a.jpg"), file("b.jpg"), file("c.jpg"), file("old.jpg", 25), file("young.jpg", 23)];
  expect(names(found, ["a.jpg", "b.jpg", "c.jpg"])).toEqual(["old.jpg"]);
});

test("what a row knows is none, however old", () => {
  expect(names([file("a.jpg", 10_000)], ["a.jpg"])).toEqual([]);
});

test("a folder most of whose files are unknown goes with another database and is left alone", () => {
  expect(names([file("a.jpg"), file("b.jpg"), file("c.jpg")], [])).toEqual([]);
  expect(names([file("a.jpg"), file("b.jpg"), file("c.jpg")], ["a.jpg"])).toEqual([]);
  expect(names([file("a.jpg"), file("b.jpg"), file("c.jpg")], ["a.jpg", "b.jpg"])).toEqual(["c.jpg"]);
});
