import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FakeCms, until } from "../testing/fake-cms.ts";
import { startFollower } from "./follower.ts";
import { FeedClock } from "./page-cache/feed-clock.ts";

test("the clock is saved when the feed was read and when the site ends, not at each change, which would keep readers waiting", async () => {
  const cms = new FakeCms();
  const folder = await mkdtemp(join(tmpdir(), "essaim-follower-"));
  const clockFile = join(folder, "clock.json");
  const clock = new FeedClock();
  const saved = async () => JSON.parse(await readFile(clockFile, "utf8")).seq;
  const publish = (title: string) => cms.publish({ type: "solution", uid: "un-jardin", data: { title } });
  publish("Un jardin");
  const cmsUrl = await cms.listen();
  const follower = startFollower({
    ...{ cmsUrl, token: "any", clock, clockFile },
    ...{ cameBack: () => undefined, changed: () => undefined },
  });
  try {
    await follower.caughtUp;
    expect(await saved()).toBe(1);
    for (const title of ["Un potager", "Un verger"]) {
      publish(title);
      await until(() => cms.followed === cms.last);
    }
    expect([clock.seq, await saved()]).toEqual([3, 1]);
    await follower.stop();
    expect(await saved()).toBe(3);
  } finally {
    await follower.stop();
    await cms.close();
    await rm(folder, { recursive: true });
  }
});
