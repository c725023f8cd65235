import { expect, test } from "vitest";
import { z } from "zod";
import { contentType } from "../types/index.ts";
import { toStored } from "./to-stored.ts";

const pathOf = (read: () => unknown): string => {
  try {
    read();
  } catch (error) {
    if (error instanceof z.ZodError) return error.issues.map(({ path }) => path.join(".")).join(", ");
    throw error;
  }
  return "kept";
};

test("what no version can keep is refused with the way to it", () => {
  const { fields } = contentType("solution");
  const body = [{ type: "image", children: [] }];
  expect(pathOf(() => toStored(fields, { steps: [{ title: "Un" }, { title: "Deux", body }] }))).toBe(
    "steps.1.body.0.type",
  );
});

test("a coordinate that is missing is not 0", () => {
  const { fields } = contentType("centre");
  const at = (longitude: unknown) => toStored(fields, { coordinates: { longitude, latitude: "50.37" } });
  expect(at("3.08")).toEqual({ coordinates: [3.08, 50.37] });
  expect(at(0)).toEqual({ coordinates: [0, 50.37] });
  expect(pathOf(() => at(null))).toBe("coordinates.longitude");
  expect(pathOf(() => at(""))).toBe("coordinates.longitude");
});
