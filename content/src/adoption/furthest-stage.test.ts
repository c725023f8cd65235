import { expect, test } from "vitest";
import { stages } from "../components/loop.ts";
import { adoptersIn, adoptionsByCentre, furthestAdoption, isTakenUp, type Stage } from "./furthest-stage.ts";

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

test("who prepares, tries or has it in place counts as an adopter; who only noted it or stopped doesn’t", () => {
  const none = { interested: 0, preparing: 0, running: 0, adopted: 0, stopped: 0 };
  for (const stage of stages) expect(adoptersIn({ ...none, [stage]: 2 })).toBe(isTakenUp(stage) ? 2 : 0);
  expect(stages.filter(isTakenUp)).toEqual(["preparing", "running", "adopted"]);
});
