import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Cms, type Home, makeHome, startCms } from "../../cms/tests/harness.ts";
import { run } from "./run-command.ts";
import { packageFiles, sampleLines, scratch, writePackage } from "./sample-package.ts";

const slow = 240_000;
const firstPackage = join(import.meta.dirname, "..", "package");

let home: Home;
let cms: Cms;

beforeAll(async () => {
  home = await makeHome("sqlite");
  cms = await startCms({ home });
}, slow);

afterAll(async () => {
  await cms?.stop();
  await home?.dispose();
}, slow);

const load = (path: string, ...options: string[]) => run("import", [path, ...options], cms, cms.importToken);
const writeOut = (path: string, from: Cms = cms) => run("export", [path], from, from.importToken);
const lastChange = async (): Promise<unknown> => (await cms.ask("/api/changes?limit=1")).body.last;

async function filesIn(folder: string): Promise<Record<string, string>> {
  const found = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const files = found.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file.slice(folder.length), await readFile(file, "latin1")])),
  );
}

test("a dry run writes nothing; a load writes all; the same again changes nothing", { timeout: slow }, async () => {
  const path = await writePackage(packageFiles());
  const before = await lastChange();
  expect(await load(path, "--dry-run")).toMatchObject({ code: 0, out: expect.stringContaining("4 créées") });
  expect(await lastChange()).toBe(before);
  expect(await load(path)).toEqual({ code: 0, err: "", out: "4 créées, 0 mise à jour, 0 inchangée" });
  const after = await lastChange();
  expect(await load(path)).toEqual({ code: 0, err: "", out: "0 créée, 0 mise à jour, 4 inchangées" });
  expect(await load(path, "--dry-run")).toMatchObject({ out: expect.stringContaining("4 inchangées") });
  expect(await lastChange()).toBe(after);
});

test("the first package loads, and a second time changes nothing", { timeout: slow }, async () => {
  expect(await load(firstPackage)).toMatchObject({
    code: 0,
    err: "",
    out: expect.stringMatching(/^\d+ créées, 0 mise/),
  });
  const after = await lastChange();
  expect(await load(firstPackage)).toMatchObject({ code: 0, out: expect.stringMatching(/^0 créée, 0 mise à jour/) });
  expect(await lastChange()).toBe(after);
});

test("a damaged picture is told by its name and reason, and nothing of its package is written", {
  timeout: slow,
}, async () => {
  const picture = await readFile(join(await writePackage(packageFiles()), "media", "jardin.png"));
  const path = await writePackage(packageFiles(sampleLines, { "media/verger.png": picture.subarray(0, -20) }));
  const before = await filesIn(join(home.dataDir, "cms", "uploads"));
  expect(await load(path)).toMatchObject({
    code: 1,
    err: expect.stringContaining("media/verger.png : le fichier est abîmé ou incomplet"),
  });
  expect(await filesIn(join(home.dataDir, "cms", "uploads"))).toEqual(before);
});

test("a draft load publishes nothing", { timeout: slow }, async () => {
  const before = await lastChange();
  const line = { type: "kit", uid: "brouillon", locale: "fr", data: { title: "Brouillon", summary: "À relire." } };
  const path = await writePackage(packageFiles([line]));
  expect(await load(path, "--draft")).toMatchObject({ code: 0, out: expect.stringContaining("1 créée") });
  expect(await lastChange()).toBe(before);
});

test("what the CMS alone can know is told with the package’s line", { timeout: slow }, async () => {
  const line = {
    type: "solution",
    uid: "autre",
    locale: "fr",
    data: { title: "T", summary: "S", slug: "jardin-partage" },
  };
  const padding = { type: "theme", uid: "autre-theme", locale: "fr", data: { labels: { fr: "Autre" } } };
  const { code, err } = await load(await writePackage(packageFiles([padding, line])));
  expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining("ligne 2, champ data.slug : ") });
});

test("export, wipe, import, export: the same bytes, history included", { timeout: slow }, async () => {
  const changed = sampleLines.map((line) => JSON.parse(JSON.stringify(line).replace("Cultiver ensemble", "Récolter")));
  expect(await load(await writePackage(packageFiles(changed)))).toMatchObject({ code: 0 });
  const folder = await scratch();
  expect(await writeOut(join(folder, "first"))).toMatchObject({ code: 0, err: "" });
  expect(await writeOut(join(folder, "first.zip"))).toMatchObject({ code: 0, err: "" });
  const empty = await startCms({ database: "sqlite" });
  try {
    const loaded = await run("import", [join(folder, "first.zip")], empty, empty.importToken);
    expect(loaded).toMatchObject({ code: 0, err: "" });
    expect(await writeOut(join(folder, "second"), empty)).toMatchObject({ code: 0, err: "" });
    expect(await writeOut(join(folder, "second.zip"), empty)).toMatchObject({ code: 0, err: "" });
  } finally {
    await empty.stop();
  }
  const first = await filesIn(join(folder, "first"));
  expect(first["/versions.jsonl"]).toContain('"number":2');
  // A draft is in no package, not even by name.
  expect(JSON.stringify(first)).not.toContain("semer");
  expect(Object.keys(first).some((name) => name.startsWith("/media/"))).toBe(true);
  expect(await filesIn(join(folder, "second"))).toEqual(first);
  expect(await readFile(join(folder, "second.zip"))).toEqual(await readFile(join(folder, "first.zip")));
});

test("a load that the CMS’s death cuts off is finished by loading again", { timeout: slow }, async () => {
  const many = Array.from({ length: 150 }, (_, index) => ({
    type: "kit",
    uid: `atelier-${index}`,
    locale: "fr",
    data: { title: `Atelier ${index}`, summary: "Un atelier." },
  }));
  const path = await writePackage(packageFiles(many));
  const before = Number(await lastChange());
  const loading = load(path);
  while (Number(await lastChange()) < before + 50) await new Promise((resolve) => setTimeout(resolve, 50));
  await cms.kill();
  expect(await loading).toMatchObject({ code: 2, out: "" });
  cms = await startCms({ home });
  expect(await load(path)).toMatchObject({ code: 0, err: "" });
  expect(await lastChange()).toBe(before + 150);
  expect(await load(path)).toMatchObject({ out: "0 créée, 0 mise à jour, 150 inchangées" });
});
