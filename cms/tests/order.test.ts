import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Cms, type Documents, type Home, makeHome, startCms } from "./harness.ts";

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe("the feed of two CMS processes on one PostgreSQL database", () => {
  let home: Home;
  let first: Cms;
  let second: Cms;

  beforeAll(async () => {
    home = await makeHome("postgres");
    first = await startCms({ home });
    second = await startCms({ home });
  });
  afterAll(async () => {
    await Promise.all([first?.stop(), second?.stop()]);
    await home?.dispose();
  });

  const read = async (after: number) => (await first.ask(`/api/changes?after=${after}`)).body;

  /** Publishes a theme in a transaction that stays open for a while after the append. */
  const publishSlowly = (cms: Cms, uid: string, milliseconds: number) =>
    cms.run(
      (strapi, at) =>
        strapi.db.transaction(async () => {
          await (strapi.documents("api::theme.theme" as never) as unknown as Documents).create({
            data: { uid: at.uid, labels: { fr: at.uid } },
          });
          await new Promise((resolve) => setTimeout(resolve, at.milliseconds));
        }),
      { uid, milliseconds },
    );

  test("a transaction that appends first and commits last hides no row", async () => {
    const { last } = await read(0);
    const slow = publishSlowly(first, "lente", 1500);
    await pause(700);
    let quickIsDone = false;
    const quick = publishSlowly(second, "rapide", 0).then(() => (quickIsDone = true));
    await pause(400);
    expect(quickIsDone).toBe(false);
    expect((await read(last)).changes).toEqual([]);
    await Promise.all([slow, quick]);
    expect((await read(last)).changes.map(({ uid }: { uid: string }) => uid)).toEqual(["lente", "rapide"]);
  });

  test("a reader that follows while both write sees every row once, in order", { timeout: 180_000 }, async () => {
    const { last } = await read(0);
    const write = (cms: Cms, name: string) =>
      cms.run(async (strapi, at) => {
        const themes = strapi.documents("api::theme.theme" as never) as unknown as Documents;
        const one = async (number: number) => {
          const { documentId } = await themes.create({ data: { uid: `${at}-${number}`, labels: { fr: "Un" } } });
          await strapi.db.transaction(() => themes.update({ documentId, data: { labels: { fr: "Deux" } } }));
        };
        for (let start = 0; start < 25; start += 5)
          await Promise.all([0, 1, 2, 3, 4].map((offset) => one(start + offset)));
      }, name);
    let writing = true;
    const writers = Promise.all([write(first, "un"), write(second, "deux")]).finally(() => (writing = false));
    const seen: { seq: number; uid: string; version: number }[] = [];
    let cursor = last;
    for (let done = false; !done; ) {
      done = !writing;
      const page = await read(cursor);
      seen.push(...page.changes);
      cursor = page.changes.at(-1)?.seq ?? cursor;
    }
    await writers;
    expect(seen.map(({ seq }) => seq)).toEqual(seen.map(({ seq }) => seq).toSorted((a, b) => a - b));
    const expected = ["un", "deux"].flatMap((name) =>
      Array.from({ length: 25 }, (_, number) => [`${name}-${number} 1`, `${name}-${number} 2`]).flat(),
    );
    expect(seen.map(({ uid, version }) => `${uid} ${version}`).toSorted()).toEqual(expected.toSorted());
  });

  test("one process’s commit wakes those who wait at the other", async () => {
    const { last } = await read(0);
    const waiting = second.ask(`/api/changes?after=${last}&wait=20`);
    await pause(500);
    const started = Date.now();
    await publishSlowly(first, "reveil", 0);
    expect((await waiting).body.changes).toMatchObject([{ uid: "reveil" }]);
    expect(Date.now() - started).toBeLessThan(5000);
  });

  test("two processes never give one uid to two documents", async () => {
    const create = (cms: Cms) =>
      cms.run(
        async (strapi) =>
          (
            await (strapi.documents("api::solution.solution" as never) as unknown as Documents).create({
              locale: "fr",
              data: { title: "Même titre" },
            })
          ).uid as string,
      );
    const uids = await Promise.all([first, second, first, second].map(create));
    expect(uids.toSorted()).toEqual(["meme-titre", "meme-titre-2", "meme-titre-3", "meme-titre-4"]);
  });
});
