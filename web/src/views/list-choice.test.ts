import { expect, test } from "vitest";
import { ceilingLabel, cmsQuery, listQuery, readListChoice, withoutFilter } from "./list-choice.ts";

const read = (query: string) => readListChoice(new URLSearchParams(query));

test("a choice survives its own address", () => {
  const query =
    "theme=lien-social&audience=familles&maturity=tested&preparation=14&cost=0&tool=pix&centre=escale&sort=quick&page=3";
  expect(listQuery(read(query))).toBe(`?${query}`);
});

test("a filter can be left out alone, and the list then begins anew", () => {
  const choice = read("theme=lien-social&cost=100&sort=title&page=3");
  expect(listQuery(withoutFilter(choice, "theme"))).toBe("?cost=100&sort=title");
});

test("the CMS is asked in its own words", () => {
  expect(cmsQuery(read("cost=0&preparation=7&maturity=idea&sort=adopted"))).toEqual({
    ...{ maxCost: 0, maxPreparation: 7, maturity: "idea", sort: "-adoptions" },
  });
});

test("ceilings are said in words", () => {
  const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");
  expect(ceilingLabel("cost", 0, "fr")).toBe("gratuit");
  expect(plain(ceilingLabel("cost", 2000, "fr"))).toBe("2 000 € au plus");
  expect(plain(ceilingLabel("preparation", 14, "fr"))).toBe("2 semaines au plus");
});

test.each([
  "theme=%27;drop",
  "audience=../../x",
  "maturity=super",
  "sort=hack",
  "cost=3",
  "preparation=1e1",
  "centre=L'Escale",
  "page=-1",
  "page=1e9",
  "page=abc",
  `theme=${"a".repeat(5000)}`,
])("%s counts as not asked", (query) => {
  expect(listQuery(read(query))).toBe("");
});
