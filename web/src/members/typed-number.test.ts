import { expect, test } from "vitest";
import { typedNumber } from "./typed-number.ts";

test("numbers are read as people write them", () => {
  expect(["12", " 1 200,50 €", "1\u202f200", "0.5"].map(typedNumber)).toEqual([12, 1200.5, 1200, 0.5]);
});

test("nothing is no number, and words are one that nothing takes", () => {
  expect([undefined, "", "  "].map(typedNumber)).toEqual([undefined, undefined, undefined]);
  expect(["dix", "-1", "1,2,3", "Infinity", "0x10"].map(typedNumber)).toEqual(Array(5).fill(Number.NaN));
});
