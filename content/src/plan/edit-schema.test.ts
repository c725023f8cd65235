import { expect, test } from "vitest";
import { planEditSchema } from "./edit-schema.ts";

test.each(["1999-12-31", "2101-01-01", "9999-12-31"])(
  "a plan names no day such as %s, whatever is asked of it",
  (day) => {
    const step = { title: "Fêter" };
    for (const edit of [
      { kind: "add", step: { ...step, on: day } },
      { kind: "step", key: "a", seen: "b", step: { ...step, on: "2027-01-01", until: day } },
      { kind: "restore", step: { ...step, key: "a", until: day } },
      { kind: "start", seen: "b", startDate: day },
    ])
      expect(planEditSchema.safeParse(edit).success, edit.kind).toBe(false);
  },
);

test.each(["2000-01-01", "2100-12-31"])("a plan may name %s", (day) => {
  expect(planEditSchema.safeParse({ kind: "add", step: { title: "Fêter", on: day, until: day } }).success).toBe(true);
});
