import { afterEach, beforeEach, expect, test } from "vitest";
import { createLoader, type Loader } from "../../content/load.ts";
import { type Tags, tagsOfChange, typeTag } from "../../content/tags.ts";
import { CmsUnavailable } from "../../content/unavailable.ts";
import { FakeCms } from "../../testing/fake-cms.ts";
import { FeedClock } from "./feed-clock.ts";
import { rememberWrittenPages } from "./written-pages.ts";

let cms: FakeCms;
let clock: FeedClock;
let loader: Loader;

beforeEach(async () => {
  cms = new FakeCms();
  clock = new FeedClock();
  clock.startOver("feed-1");
  const reader = createLoader({ cmsUrl: await cms.listen(), token: "t", timeoutMs: 200, refused: () => undefined });
  loader = rememberWrittenPages(reader, { clock, failureMs: 60_000 });
  write("about");
});
afterEach(() => cms.close());

const write = (uid: string) => cms.publish({ type: "page", uid, data: { title: uid, slug: uid, body: [] } });

/** Tells the clock that a document changed, as the feed does. */
const note = (type: "page" | "solution", uid: string) =>
  clock.changed(
    clock.seq + 1,
    tagsOfChange({
      ...{ seq: clock.seq + 1, type, documentId: uid, uid, locale: "fr", version: 1, action: "publish" },
      ...{ at: "2026-01-01T00:00:00.000Z", mentions: [] },
    }),
  );

async function read(): Promise<[string[], boolean]> {
  const { names, isOld } = await loader.writtenPages(new Set());
  return [[...names].sort(), isOld];
}

test("many pages, in every language, cause one question, until a page of the portal changes", async () => {
  expect(await Promise.all([read(), read(), read()])).toEqual(Array(3).fill([["about"], false]));
  note("solution", "a");
  expect(await read()).toEqual([["about"], false]);
  expect(cms.reads).toBe(1);
  write("legal");
  note("page", "legal");
  expect(await read()).toEqual([["about", "legal"], false]);
  cms.withdraw("page", "about");
  note("page", "about");
  expect(await read()).toEqual([["legal"], false]);
  expect(cms.reads).toBe(3);
});

test("each page depends on the pages of the portal, whoever asked for their names", async () => {
  for (const tags of [new Set(), new Set()] as Tags[]) {
    await loader.writtenPages(tags);
    expect([...tags]).toEqual([typeTag("page")]);
  }
});

test("a change while the CMS is being asked makes it be asked again", async () => {
  const first = read();
  write("legal");
  note("page", "legal");
  await first;
  expect(await read()).toEqual([["about", "legal"], false]);
});

test("a CMS that doesn’t answer leaves the last names, said to be old, and is not waited for again", async () => {
  await read();
  cms.mood = "silent";
  expect(await read()).toEqual([["about"], false]);
  note("page", "legal");
  expect(await read()).toEqual([["about"], true]);
  const asked = performance.now();
  expect(await read()).toEqual([["about"], true]);
  expect(performance.now() - asked).toBeLessThan(100);
});

test("without an answer ever, nobody can tell", async () => {
  cms.mood = "broken";
  await expect(read()).rejects.toBeInstanceOf(CmsUnavailable);
});
