import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDiskPages } from "./disk-pages.ts";
import { makePage } from "./page.ts";

let folder: string;
let failures: unknown[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "essaim-disk-"));
  failures = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = (edition = "e1", maxBytes = 1e9) =>
  openDiskPages({ folder, edition, maxBytes, failed: (error) => void failures.push(error) });

const pageOf = (key: string, body = `body of ${key}`) =>
  makePage({ key, stamp: { generation: "g", seq: 3 }, tags: ["a/b"], headers: [["x", "y"]], body: Buffer.from(body) });

async function files(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

test("a page is read as it was written", async () => {
  const disk = await open();
  const page = await pageOf("/fr/");
  disk.write(page);
  await disk.settled();
  expect(await disk.read("/fr/")).toEqual(page);
  expect(await disk.read("/en/")).toBeUndefined();
});

test("the last of two writings stays, and a page asked to be forgotten is gone", async () => {
  const disk = await open();
  disk.write(await pageOf("/fr/", "one"));
  disk.write(await pageOf("/fr/", "two"));
  await disk.settled();
  expect((await disk.read("/fr/"))?.bodies.identity.toString()).toBe("two");
  disk.forget("/fr/");
  await disk.settled();
  expect(await disk.read("/fr/")).toBeUndefined();
  expect(failures).toEqual([]);
});

test("a cut or overwritten file counts as absent", async () => {
  const disk = await open();
  disk.write(await pageOf("/fr/"));
  await disk.settled();
  const [path = ""] = await files();
  const whole = await readFile(path);
  await truncate(path, whole.length - 1);
  expect(await disk.read("/fr/")).toBeUndefined();
  await writeFile(path, whole.fill(0, whole.length - 5));
  expect(await disk.read("/fr/")).toBeUndefined();
  await writeFile(path, "no page\n");
  expect(await disk.read("/fr/")).toBeUndefined();
  await writeFile(path, "");
  expect(await disk.read("/fr/")).toBeUndefined();
});

test("pages of another edition are removed", async () => {
  const disk = await open("e1");
  disk.write(await pageOf("/fr/"));
  await disk.settled();
  const next = await open("e2");
  expect(await next.read("/fr/")).toBeUndefined();
  expect(await files()).toEqual([]);
});

test("beyond its bound it drops the pages written longest ago", async () => {
  const disk = await open("e1", 3_000);
  for (let page = 0; page < 20; page++) disk.write(await pageOf(`/${page}/`));
  await disk.settled();
  expect(await disk.read("/19/")).toBeDefined();
  expect(await disk.read("/0/")).toBeUndefined();
  expect((await files()).length).toBeGreaterThan(5);
});

test("a disk that refuses a page is reported, and the next page is tried", async () => {
  const disk = await open();
  await rm(join(folder, "e1"), { recursive: true });
  await writeFile(join(folder, "e1"), "in the way");
  disk.write(await pageOf("/fr/"));
  await disk.settled();
  expect(failures).toHaveLength(1);
  await rm(join(folder, "e1"));
  disk.write(await pageOf("/fr/"));
  await disk.settled();
  expect(await disk.read("/fr/")).toBeDefined();
});
