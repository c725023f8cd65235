import { expect, it } from "vitest";
import { stemOf } from "./stems.ts";

it("keeps old people and parents apart in Dutch, and brings each one’s forms together", () => {
  expect(stemOf("ouderen", "nl")).toBe(stemOf("oudere", "nl"));
  expect(stemOf("ouders", "nl")).toBe(stemOf("ouder", "nl"));
  expect(stemOf("ouderen", "nl")).not.toBe(stemOf("ouders", "nl"));
});

it("has Dutch words for old people mean one another", () => {
  expect(stemOf("ouderen", "nl")).toBe(stemOf("senioren", "nl"));
});
