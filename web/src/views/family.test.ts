import { type Descendant, keyOf } from "@essaim/content";
import { expect, test } from "vitest";
import { countFamily, type FamilyMember, familyOf } from "./family.ts";

const key = (name: string) => keyOf("solution", name);
const child = (name: string, parent: string, at = "2026-01-01T00:00:00.000Z"): Descendant => ({
  ...{ key: key(name), parent: key(parent), version: 1, title: name, slug: name, locale: "fr", centres: [], at },
});
const gone = (name: string, parent: string) => ({ key: key(name), parent: key(parent) });
const told = (members: readonly FamilyMember[]): unknown[] =>
  members.map(({ sheet, children }) => [sheet?.title ?? "retirée", ...told(children)]);

test("a family is told oldest first, each below its parent", () => {
  const items = [child("b", "a", "2026-02-01T00:00:00.000Z"), child("c", "a"), child("d", "b")];
  const tree = familyOf(key("a"), { items, withdrawn: [] });
  expect(told(tree)).toEqual([["c"], ["b", ["d"]]]);
  expect(countFamily(tree)).toBe(3);
});

test("what was withdrawn stands where something published was made from it, and isn’t counted", () => {
  const withdrawn = [gone("b", "a"), gone("c", "b"), gone("seule", "a")];
  const tree = familyOf(key("a"), { items: [child("d", "c"), child("e", "d")], withdrawn });
  expect(told(tree)).toEqual([["retirée", ["retirée", ["d", ["e"]]]]]);
  expect(countFamily(tree)).toBe(2);
});
