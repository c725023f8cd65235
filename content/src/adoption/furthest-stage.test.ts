import { expect, test } from "vitest";
import { adoptionsByCentre, furthestAdoption, type Stage } from "./furthest-stage.ts";

test("a centre counts by its furthest adoption; to have stopped counts only when it goes on nowhere", () => {
  const furthest = (first: Stage, ...others: Stage[]) =>
    furthestAdoption([{ stage: first }, ...others.map((stage) => ({ stage }))]).stage;
  expect(furthest("stopped", "interested")).toBe("interested");
  expect(furthest("running", "adopted", "stopped")).toBe("adopted");
  expect(furthest("stopped")).toBe("stopped");
});

test("of two adoptions that stand equally far the first is taken", () => {
  const first: { stage: Stage } = { stage: "running" };
  expect(furthestAdoption([first, { stage: "running" }])).toBe(first);
});

test("adoptions without a centre are not taken for one centre’s", () => {
  const adoptions = [
    { uid: "a", centre: "escale" },
    { uid: "b", centre: undefined },
    { uid: "c", centre: "escale" },
    { uid: "d", centre: undefined },
  ];
  const groups = adoptionsByCentre(adoptions, ({ centre }) => centre);
  expect(groups.map((own) => own.map(({ uid }) => uid).join(""))).toEqual(["ac", "b", "d"]);
});
