import { afterEach, beforeEach, expect, test } from "vitest";
import { FakeCms, until } from "../testing/fake-cms.ts";
import { followChanges } from "./follow-changes.ts";
import { FeedClock } from "./page-cache/feed-clock.ts";

let cms: FakeCms;
let clock: FeedClock;
let stop: AbortController;
let running: Promise<void>;
let losses: number;

beforeEach(async () => {
  cms = new FakeCms();
  clock = new FeedClock();
  stop = new AbortController();
  losses = 0;
  publish("a");
  const lost = () => void losses++;
  running = followChanges({
    cmsUrl: await cms.listen(),
    token: "t",
    clock,
    stop: stop.signal,
    followed: () => {},
    lost,
  });
});
afterEach(async () => {
  stop.abort();
  await running;
  await cms.close();
});

const publish = (uid: string) => cms.publish({ type: "solution", uid, data: {} });

test("the clock reaches the head of the feed, then each change as it comes", async () => {
  await until(() => clock.seq === 1);
  expect(clock.changedSince(0, ["solution/a"])).toBe(true);
  publish("b");
  await until(() => clock.seq === 2);
  expect(clock.changedSince(1, ["solution/b", "type:guide"])).toBe(true);
  expect(clock.changedSince(1, ["type:solution"])).toBe(true);
  expect(clock.changedSince(1, ["solution/a"])).toBe(false);
});

test("a withdrawal is told apart, in its language", async () => {
  cms.withdraw("solution", "a", "fr");
  await until(() => clock.seq === 2);
  expect(clock.changedSince(1, ["withdrawal:solution/a@fr"])).toBe(true);
  expect(clock.changedSince(1, ["withdrawal:solution/a@en"])).toBe(false);
});

test("another database's feed is read from its start, under another generation", async () => {
  await until(() => clock.seq === 1);
  const { generation } = clock;
  cms.startOver("feed-2");
  publish("x");
  publish("y");
  await until(() => clock.feed === "feed-2" && clock.seq === 2);
  expect(clock.generation).not.toBe(generation);
  expect(clock.changedSince(0, ["solution/a"])).toBe(false);
  expect(clock.changedSince(0, ["solution/x"])).toBe(true);
});

test("the same database put back to an earlier state is another generation too", async () => {
  publish("b");
  await until(() => clock.seq === 2);
  const { generation } = clock;
  cms.startOver(cms.feed);
  publish("a");
  await until(() => clock.generation !== generation && clock.seq === 1);
});

test("a CMS that fails is asked again, and nothing that came meanwhile is missed", async () => {
  await until(() => clock.seq === 1);
  cms.mood = "broken";
  publish("b");
  await until(() => losses > 0);
  publish("c");
  cms.mood = "well";
  await until(() => clock.seq === 3);
  expect(clock.changedSince(1, ["solution/b"])).toBe(true);
});

test("it ends at once, though the CMS be waiting for a change", async () => {
  await until(() => clock.seq === 1);
  const asked = Date.now();
  stop.abort();
  await running;
  expect(Date.now() - asked).toBeLessThan(500);
});
