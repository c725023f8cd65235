import { expect, test } from "vitest";
import { centreTraits } from "./centre-traits.ts";

const centre = { documentId: "d", uid: "escale", name: "L’Escale", kind: "centre-social" };

test("a centre is told by its kind, its size and its territory, as far as they are known", () => {
  expect(centreTraits({ ...centre, size: "small", territory: "Douaisis" }, "fr")).toBe(
    "Centre social · Petit centre · Douaisis",
  );
  expect(centreTraits(centre, "en")).toBe("Social centre");
  expect(centreTraits({ ...centre, kind: "navire", size: "huge" }, "fr")).toBe("");
});
