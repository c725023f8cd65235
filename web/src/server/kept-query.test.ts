import { expect, test } from "vitest";
import type { RouteName } from "../routing/routes.ts";
import { keptQuery } from "./kept-query.ts";

test.each<[string, RouteName, string, string | undefined]>([
  ["filters in any order have one address", "solutions", "sort=title&theme=a", "?theme=a&sort=title"],
  ["what makes no sense is left out", "kits", "cost=3&maturity=vieille&page=-1", ""],
  ["the first page is the page itself", "guides", "page=1&sort=recent", ""],
  ["a page number is written one way", "network", "page=007&theme=a", "?theme=a&page=7"],
  ["what a reader wrote is not kept", "network", "besoin=piano&theme=a", undefined],
  ["a need of spaces is none", "network", "besoin=%20&theme=a", "?theme=a"],
  ["long lists have pages", "tools", "page=2", "?page=2"],
  ["there is one easier reading", "solution", "lecture=autre", ""],
  ["an easier reading is kept", "kit", "lecture=simplifiee", "?lecture=simplifiee"],
  ["a workshop as somebody plans it is not kept", "kit", "lecture=simplifiee&duree=90", undefined],
])("%s", (_, name, query, expected) => {
  expect(keptQuery(name, new URLSearchParams(query))).toBe(expected);
});
