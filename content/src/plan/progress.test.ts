import { expect, test } from "vitest";
import { progressOf } from "./progress.ts";

const steps = [
  { title: "Faite", on: "2026-02-01", checklist: ["a", "b"], done: ["b"], doneOn: "2026-02-03" },
  { title: "Sans date", checklist: ["c"] },
  { title: "En retard", on: "2026-02-10", until: "2026-02-20", checklist: ["d", "e"], done: ["e", "autre"] },
  { title: "En cours", on: "2026-02-25", until: "2026-03-05" },
  { title: "Aujourd’hui", on: "2026-03-01" },
];

test("steps and ticks are counted as they stand", () => {
  const { steps: tally, items } = progressOf({ steps }, "2026-03-01");
  expect(tally).toEqual({ done: 1, all: 5 });
  expect(items).toEqual({ done: 2, all: 5 });
});

test("the next step is the first that isn’t done, undated ones last; late is what should be over", () => {
  const { next, late } = progressOf({ steps }, "2026-03-01");
  expect(next?.title).toBe("En retard");
  expect(late.map(({ title }) => title)).toEqual(["En retard"]);
  expect(progressOf({ steps: steps.slice(0, 2) }, "2026-03-01").next?.title).toBe("Sans date");
});

test("an empty plan has nothing to do", () => {
  expect(progressOf({}, "2026-03-01")).toEqual({
    steps: { done: 0, all: 0 },
    items: { done: 0, all: 0 },
    next: undefined,
    late: [],
  });
});
