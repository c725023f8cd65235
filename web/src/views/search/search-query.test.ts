import { searchRequestSchema } from "@essaim/search";
import { expect, test } from "vitest";
import { lastPage } from "./search-query.ts";

const at = (offset: number) => searchRequestSchema.parse({ q: "atelier", theme: ["lien-social"], offset });

test.each([
  [900, 38, 20],
  [40, 40, 20],
  [20, 20, 0],
  [60, 1, 0],
])("an address from result %i on, of %i results, means the page from result %i on", (offset, total, last) => {
  expect(lastPage(at(offset), total)).toEqual(at(last));
});

test("an address among the results, or without any, stays as it is", () => {
  expect(lastPage(at(20), 21)).toBeUndefined();
  expect(lastPage(at(900), 0)).toBeUndefined();
});
