import { expect, test } from "vitest";
import type { Rendered } from "./page-cache/page-store.ts";
import { queued } from "./render-queue.ts";

const page = (target: string): Rendered => ({
  status: 200,
  headers: [],
  body: Buffer.from(target),
  tags: [],
  shared: false,
});

test("a burst is rendered a few at a time, in turn, and what finds too many waiting is told so", async () => {
  let running = 0;
  let most = 0;
  const begun: string[] = [];
  const render = queued(
    async (target) => {
      begun.push(target);
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      return page(target);
    },
    { atOnce: 2, waiting: 3 },
  );
  const statuses = await Promise.all(
    ["a", "b", "c", "d", "e", "f"].map((target) => render(target).then(({ status }) => status)),
  );
  expect(statuses).toEqual([200, 200, 200, 200, 200, 503]);
  expect([most, begun]).toEqual([2, ["a", "b", "c", "d", "e"]]);
  expect((await render("g")).status).toBe(200);
});

test("a render that fails gives its turn on", async () => {
  const render = queued(
    async (target) => {
      if (target === "bad") throw new Error("no");
      return page(target);
    },
    { atOnce: 1, waiting: 9 },
  );
  const [bad, good] = await Promise.allSettled([render("bad"), render("good")]);
  expect([bad?.status, good?.status]).toEqual(["rejected", "fulfilled"]);
});
