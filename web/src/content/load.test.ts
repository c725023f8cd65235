import type { Key } from "@essaim/content";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FakeCms } from "../testing/fake-cms.ts";
import { createLoader, type Loader, nothingCounted } from "./load.ts";
import type { Refusal } from "./parse-document.ts";
import { condense, mentionTag, type Tags, tagsOfChange } from "./tags.ts";
import { CmsUnavailable } from "./unavailable.ts";

let cms: FakeCms;
let loader: Loader;
let refusals: Refusal[];
let tags: Tags;

beforeEach(async () => {
  cms = new FakeCms();
  refusals = [];
  tags = new Set();
  const refused = (refusal: Refusal) => void refusals.push(refusal);
  loader = createLoader({ cmsUrl: await cms.listen(), token: "t", timeoutMs: 300, refused });
  cms.publish({
    type: "solution",
    uid: "a",
    slug: "un",
    mentions: ["theme/t"],
    data: { title: "A", summary: "S", slug: "un" },
  });
});
afterEach(() => cms.close());

test("a document is found by its slug, and the page depends on all that it mentions but not on its like", async () => {
  const document = await loader.load("solution", { slug: "un", locale: "fr" }, tags);
  expect(document?.data.title).toBe("A");
  expect(tags).toEqual(new Set(["solution/a", "theme/t", "withdrawal:solution/a@fr"]));
});

test("a document is found by its id", async () => {
  expect((await loader.load("solution", { documentId: "id-a", locale: "fr" }, tags))?.uid).toBe("a");
  expect(await loader.load("solution", { documentId: "id-z", locale: "fr" }, tags)).toBeNull();
});

test("an absent document depends on every document that it may become", async () => {
  expect(await loader.load("solution", { slug: "autre", locale: "fr" }, tags)).toBeNull();
  expect(tags).toEqual(new Set(["type:solution"]));
});

test("a list depends on its whole type, and on what its items mention", async () => {
  const { items, total } = await loader.list("solution", { locale: "fr" }, tags);
  expect([items.length, total]).toEqual([1, 1]);
  expect(condense(tags).sort()).toEqual(["theme/t", "type:solution"]);
});

test("a list can be asked for the documents that refer to one of some keys; without a key it holds nothing", async () => {
  cms.publish({ type: "solution", uid: "b", data: { title: "B", summary: "S", slug: "b" } });
  const mentioning = async (mentions: Key[]) =>
    (await loader.list("solution", { locale: "fr", mentions }, tags)).items.map(({ uid }) => uid);
  expect(await mentioning(["theme/x", "theme/t"])).toEqual(["a"]);
  // It depends on what it shows and on what may come to refer to the same, not on every solution.
  expect(tags).toEqual(new Set(["solution/a", "theme/t", "mention:solution>theme/x", "mention:solution>theme/t"]));
  const before = cms.reads;
  expect(await mentioning([])).toEqual([]);
  expect(cms.reads).toBe(before);
});

test("a list through another type depends on what it went through, and on what may come to refer to that", async () => {
  cms.publish({
    ...{ type: "adoption", uid: "x", locale: null, mentions: ["solution/a"] },
    data: { stage: "running", visibility: "all", history: [] },
  });
  cms.publish({ type: "report", uid: "r", locale: null, mentions: ["adoption/x"], data: { visibility: "all" } });
  cms.publish({ type: "report", uid: "s", locale: null, mentions: ["adoption/y"], data: { visibility: "all" } });
  const query = { locale: "fr", mentions: ["solution/a"], through: "adoption" } as const;
  const { items } = await loader.list("report", query, tags);
  expect(items.map(({ uid }) => uid)).toEqual(["r"]);
  const expected = ["report/r", "adoption/x", "mention:adoption>solution/a", "mention:report>adoption/x"];
  expect(tags).toEqual(new Set(expected));
});

test("counts of adoptions come for every key, and depend on what was counted and on what may come", async () => {
  cms.adoptionCounts = { counts: { "solution/a": { ...nothingCounted, running: 2 } }, from: ["adoption/x"] };
  const counts = await loader.adoptionCounts(["solution/a", "kit/k"], tags);
  expect([...counts]).toEqual([
    ["solution/a", { ...nothingCounted, running: 2 }],
    ["kit/k", nothingCounted],
  ]);
  const expected = ["adoption/x", "mention:report>adoption/x", "mention:adoption>kit/k", "mention:guide>solution/a"];
  for (const tag of expected) expect(tags).toContain(tag);
  expect([...tags].filter((tag) => tag.startsWith("type:"))).toEqual([]);
});

test("of the publications, only those that refer to a page’s document make its list of them old", () => {
  const published = {
    documentId: "d",
    locale: null,
    version: 1,
    action: "publish",
    at: "2026-01-01T00:00:00.000Z",
  } as const;
  const change = { ...published, seq: 1, type: "adoption", uid: "x" } as const;
  const needed = mentionTag("adoption", "solution/a");
  expect(tagsOfChange({ ...change, mentions: ["solution/a", "centre/c"] })).toContain(needed);
  expect(tagsOfChange({ ...change, mentions: ["solution/b"] })).not.toContain(needed);
  expect(tagsOfChange({ ...change, type: "report", mentions: ["solution/a"] })).not.toContain(needed);
  expect(condense(new Set([needed, "type:adoption", "mention:report>adoption/x"]))).toEqual([
    "type:adoption",
    "mention:report>adoption/x",
  ]);
});

test("counts of mentions come for every key, and depend on what may come", async () => {
  cms.mentionCounts = { "theme/t": { solution: 2 } };
  const count = await loader.mentionCounts(["solution", "kit"], ["theme/t", "theme/u"], tags);
  expect([count("theme/t", "solution"), count("theme/t", "kit"), count("theme/u", "solution")]).toEqual([2, 0, 0]);
  for (const tag of ["type:solution", "type:kit"]) expect(tags).toContain(tag);
});

test("a document that breaks the contract is named with its field and left out; the others stay", async () => {
  cms.publish({ type: "solution", uid: "b", data: { title: 3, summary: "S", slug: "b" } });
  const { items } = await loader.list("solution", { locale: "fr" }, tags);
  expect(items.map(({ uid }) => uid)).toEqual(["a"]);
  expect(refusals).toMatchObject([
    { type: "solution", documentId: "id-b", uid: "b", locale: "fr", field: "data.title" },
  ]);
  expect(await loader.load("solution", { slug: "b", locale: "fr" }, tags)).toBeNull();
  expect(tags).toContain("solution/b");
});

test("a CMS that errs, hangs or is gone is said to be unavailable", async () => {
  const load = () => loader.load("solution", { slug: "un", locale: "fr" }, tags);
  cms.mood = "broken";
  await expect(load()).rejects.toBeInstanceOf(CmsUnavailable);
  cms.mood = "silent";
  await expect(load()).rejects.toBeInstanceOf(CmsUnavailable);
  await cms.close();
  await expect(load()).rejects.toBeInstanceOf(CmsUnavailable);
  await cms.listen();
});
