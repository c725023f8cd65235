import { expect, test } from "vitest";
import { turns } from "./publish-searchable.ts";

test("both sides publish the same sheets, in blocks, whatever the machine does meanwhile", () => {
  const order = [...turns(5, 2)].map(({ side, round }) => `${side} ${round}`);
  expect(order).toEqual([
    ...["ours 0", "ours 1", "peer 0", "peer 1"],
    ...["ours 2", "ours 3", "peer 2", "peer 3"],
    ...["ours 4", "peer 4"],
  ]);
});
