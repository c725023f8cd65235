import { expect, test } from "vitest";
import { listQuery, readListChoice } from "./resource-list.ts";

const read = (query: string) => readListChoice(new URLSearchParams(query));

test("a choice survives its own address", () => {
  const choice = read("theme=lien-social&audience=familles&maturity=tested&sort=title&page=3");
  expect(read(listQuery(choice))).toEqual(choice);
});

test.each([
  "theme=%27;drop",
  "audience=../../x",
  "maturity=super",
  "sort=hack",
  "page=-1",
  "page=1e9",
  "page=abc",
  `theme=${"a".repeat(5000)}`,
])("%s counts as not asked", (query) => {
  expect(listQuery(read(query))).toBe("");
});
