import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import type { ExportedLine } from "@essaim/content";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Entry, fromBuffer } from "yauzl";
import { createMediaLoader } from "../../content/load-media.ts";
import { createPackageLoader } from "../../content/load-package.ts";
import { FakeCms } from "../../testing/fake-cms.ts";
import { FeedClock } from "../page-cache/feed-clock.ts";
import { PackageStore } from "./package-store.ts";
import { writePackage } from "./write-package.ts";

const picture = Buffer.from("the bytes of a picture");
const hash = createHash("sha256").update(picture).digest("hex");
const line = (type: string, uid: string, data: Record<string, unknown>): ExportedLine => ({
  type,
  uid,
  locale: "fr",
  status: "published",
  data,
});
const sheet = (title: string) =>
  line("solution", "un-jardin", {
    related: ["kit/brouillon", "kit/semer"],
    cover: { file: `media/${hash}.png`, alt: "Le jardin" },
    title,
    summary: "Cultiver.",
  });

let cms: FakeCms;
let folder: string;
let clock: FeedClock;
let made: number;

const open = (edition = "one") => {
  const options = { cmsUrl: `http://127.0.0.1:${cms.port}`, token: "token", timeoutMs: 300 };
  const source = {
    entries: createPackageLoader(options),
    media: createMediaLoader(options),
    publicUrl: "https://essaim.example",
  };
  const write = (path: string) => {
    made += 1;
    return writePackage(path, source);
  };
  return PackageStore.open({ folder, edition, clock, write });
};

beforeEach(async () => {
  cms = new FakeCms();
  await cms.listen();
  folder = mkdtempSync(join(tmpdir(), "essaim-package-"));
  clock = new FeedClock();
  clock.startOver("feed-1");
  made = 0;
  cms.packaged = [sheet("Un jardin"), line("kit", "semer", { title: "Semer", summary: "Des graines." })];
  cms.media.set(hash, {
    media: { hash, ext: "png", mime: "image/png", name: "jardin.png", size: picture.length },
    shownBy: ["solution/un-jardin"],
    files: new Map([[`${hash}.png`, picture]]),
  });
});

afterEach(async () => {
  await cms.close();
  rmSync(folder, { recursive: true, force: true });
});

async function filesOf(path: string): Promise<Record<string, Buffer>> {
  const archive = await readFile(path);
  const files: Record<string, Buffer> = {};
  await new Promise<void>((resolve, reject) => {
    fromBuffer(archive, { lazyEntries: true }, (cause, zip) => {
      if (cause) return reject(cause);
      zip.on("end", resolve);
      zip.on("entry", (entry: Entry) => {
        zip.openReadStream(entry, async (_, stream) => {
          files[entry.fileName] = await buffer(stream);
          zip.readEntry();
        });
      });
      zip.readEntry();
    });
  });
  return files;
}

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: Error) => error.name,
  );

test("what is about something unpublished is in no package: nobody could load it", async () => {
  const taken = { stage: "running", visibility: "all" };
  const lines = [
    line("adoption", "of-a-kit", { ...taken, resource: "kit/semer" }),
    line("adoption", "of-a-draft", { ...taken, resource: "kit/brouillon" }),
    line("report", "of-the-draft", { adoption: "of-a-draft", visibility: "all" }),
  ];
  cms.packaged = [...cms.packaged, ...lines];
  const files = await filesOf((await (await open()).get()).path);
  const uids = [...String(files["content.jsonl"]).matchAll(/"uid":"([^"]+)"/g)].map(([, uid]) => uid);
  expect(uids.toSorted()).toEqual(["of-a-kit", "semer", "un-jardin"]);
});

test("a package holds every entry by type and name, the files that they show, and no reference to what it doesn't hold", async () => {
  const files = await filesOf((await (await open()).get()).path);
  expect(Object.keys(files)).toEqual(["essaim.json", "content.jsonl", `media/${hash}.png`]);
  expect(files[`media/${hash}.png`]).toEqual(picture);
  expect(JSON.parse(String(files["essaim.json"]))).toEqual({
    format: "essaim-package",
    version: 1,
    source: "https://essaim.example",
    date: "2026-02-03",
    licence: "CC-BY-SA-4.0",
  });
  const lines = String(files["content.jsonl"])
    .trimEnd()
    .split("\n")
    .map((text) => JSON.parse(text));
  expect(lines.map(({ type, uid, data }) => [type, uid, data.related])).toEqual([
    ["kit", "semer", undefined],
    ["solution", "un-jardin", ["kit/semer"]],
  ]);
});

test("it is made once for all who ask, also after a restart, until something changes", async () => {
  const store = await open();
  const [first, second] = await Promise.all([store.get(), store.get()]);
  expect(second).toBe(first);
  expect((await (await open()).get()).hash).toBe(first.hash);
  expect(made).toBe(1);
  cms.packaged = [sheet("Un potager")];
  clock.changed(1, ["solution/un-jardin"]);
  const third = await store.get();
  expect([made, third.hash === first.hash]).toEqual([2, false]);
  expect(readdirSync(folder)).toHaveLength(1);
});

test("equal contents give equal bytes", async () => {
  const store = await open();
  const { hash: before } = await store.get();
  clock.changed(1, ["need/one"]);
  expect((await store.get()).hash).toBe(before);
});

test("who asks after a change gets what is published then, although a making was under way", async () => {
  const store = await open();
  const early = store.get();
  await sleep(1);
  cms.packaged = [sheet("Un potager")];
  clock.changed(1, ["solution/un-jardin"]);
  const late = await store.get();
  await early;
  expect(late.stamp.seq).toBe(1);
  expect(String((await filesOf(late.path))["content.jsonl"])).toContain("Un potager");
});

test("a package that something changed since leaves the disk although nobody asks", async () => {
  const store = await open();
  await store.get();
  clock.changed(1, ["solution/un-jardin"]);
  await store.settle();
  expect(readdirSync(folder)).toEqual([]);
});

test("with the CMS down, what nothing changed since is given, and nothing older", async () => {
  const store = await open();
  const kept = await store.get();
  cms.mood = "broken";
  expect(await store.get()).toBe(kept);
  clock.changed(1, ["solution/un-jardin"]);
  expect(await failureOf(store.get())).toBe("CmsUnavailable");
  cms.mood = "well";
  expect((await store.get()).stamp.seq).toBe(1);
});

test("a file that is gone or damaged ends the making, and leaves nothing on the disk", async () => {
  const store = await open();
  const file = cms.media.get(hash);
  cms.media.delete(hash);
  expect(await failureOf(store.get())).toBe("CmsUnavailable");
  if (file) cms.media.set(hash, { ...file, files: new Map([[`${hash}.png`, Buffer.from("other bytes")]]) });
  expect(await failureOf(store.get())).toBe("CmsUnavailable");
  expect(readdirSync(folder)).toEqual([]);
});

test("another database or another build has another package", async () => {
  await (await open()).get();
  await (await open("two")).get();
  clock.startOver("feed-2");
  await (await open("two")).get();
  expect(made).toBe(3);
  expect(readdirSync(folder)).toHaveLength(1);
});
