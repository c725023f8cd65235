import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type MemoryPortal, startMemoryPortal } from "../tests/memory-portal.ts";
import { run } from "../tests/run-command.ts";
import { packageFiles, pictureBytes, sampleLines, scratch, writePackage } from "../tests/sample-package.ts";

let portal: MemoryPortal;
let folder: string;

const version = {
  type: "solution",
  uid: "jardin-partage",
  locale: "fr",
  number: 1,
  at: "2026-01-06T10:00:00.000Z",
  author: "Nadia",
  data: { title: "Un jardin", summary: "Cultiver.", cover: { file: "media/jardin.png", alt: "Le jardin" } },
};

beforeEach(async () => {
  portal = await startMemoryPortal();
  folder = await scratch();
  const files = packageFiles(sampleLines, { "versions.jsonl": JSON.stringify(version) });
  expect(await run("import", [await writePackage(files)], portal)).toMatchObject({ code: 0 });
});

afterEach(() => portal.close());

async function filesIn(path: string): Promise<Record<string, string>> {
  const names = (await readdir(path, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const read = names.map(async (entry) => {
    const name = join(entry.parentPath, entry.name);
    return [name.slice(path.length + 1), await readFile(name, "latin1")] as const;
  });
  return Object.fromEntries((await Promise.all(read)).sort());
}

test("an export, loaded into an empty portal, exports to the same bytes", async () => {
  const [first, second] = [join(folder, "first"), join(folder, "second")];
  expect(await run("export", [first], portal)).toMatchObject({ code: 0, err: "" });
  const empty = await startMemoryPortal();
  expect(await run("import", [first], empty)).toMatchObject({ code: 0, out: "4 créées, 0 mise à jour, 0 inchangée" });
  expect(await run("export", [second], empty)).toMatchObject({ code: 0 });
  await empty.close();
  expect(await filesIn(second)).toEqual(await filesIn(first));
});

test("lines come by type, uid and locale, keys in the order of the form, and the date is that of the newest version", async () => {
  await run("export", [join(folder, "out")], portal);
  const files = await filesIn(join(folder, "out"));
  const lines = Buffer.from(files["content.jsonl"] ?? "", "latin1")
    .toString()
    .trimEnd()
    .split("\n");
  expect(lines.map((line) => line.slice(0, 60))).toEqual([
    expect.stringContaining('{"type":"theme","uid":"nature","locale":"fr","data":{"labels'),
    expect.stringContaining('"kit","uid":"semer","locale":"fr","status":"draft"'),
    expect.stringContaining('"jardin-partage","locale":"fr"'),
    expect.stringContaining('"jardin-partage","locale":"en"'),
  ]);
  expect(Object.keys(JSON.parse(lines[2] ?? "").data)).toEqual([
    "title",
    "summary",
    "startingSituation",
    "cover",
    "themes",
    "related",
  ]);
  expect(JSON.parse(files["essaim.json"] ?? "")).toEqual({ format: "essaim-package", version: 1, date: "2026-01-06" });
  expect(Object.values(files)).toContain(pictureBytes.toString("latin1"));
});

test("a .zip has the same bytes each time, and loads", async () => {
  const [first, second] = [join(folder, "a.zip"), join(folder, "b.zip")];
  await run("export", [first], portal);
  await run("export", [second], portal);
  expect(await readFile(second)).toEqual(await readFile(first));
  expect(await run("import", [first], portal)).toMatchObject({ code: 0, out: "0 créée, 0 mise à jour, 4 inchangées" });
});

test("--type writes one type alone, and refuses a name that is none", async () => {
  expect(await run("export", [join(folder, "one"), "--type", "theme"], portal)).toMatchObject({ code: 0 });
  const files = await filesIn(join(folder, "one"));
  expect(files["content.jsonl"]?.match(/\n/g)).toHaveLength(1);
  expect(await run("export", [join(folder, "two"), "--type", "plan"], portal)).toMatchObject({ code: 1 });
});

test("an earlier package is replaced; a folder that is no package is left alone", async () => {
  const path = join(folder, "out");
  await mkdir(path);
  expect(await run("export", [path], portal)).toMatchObject({ code: 0 });
  const before = await filesIn(path);
  expect(await run("export", [path], portal)).toMatchObject({ code: 0 });
  expect(await filesIn(path)).toEqual(before);
  await writeFile(join(path, "my-notes.txt"), "keep me");
  expect(await run("export", [path], portal)).toMatchObject({
    code: 1,
    err: expect.stringContaining("rien n’a été touché"),
  });
  expect((await filesIn(path))["my-notes.txt"]).toBe("keep me");
});

test("a file or a link that is no archive is left alone", async () => {
  const [file, link] = [join(folder, "thesis.zip"), join(folder, "link.zip")];
  await writeFile(file, "my only copy");
  await symlink(file, link);
  for (const path of [file, link]) expect(await run("export", [path], portal)).toMatchObject({ code: 1 });
  expect(await readFile(file, "utf8")).toBe("my only copy");
});

test("an export that fails leaves nothing behind", async () => {
  const [hash = ""] = portal.files.keys();
  portal.files.set(hash, Buffer.from("other bytes"));
  const path = join(folder, "out");
  expect(await run("export", [path], portal)).toMatchObject({ code: 2, err: expect.stringContaining("abîmé") });
  expect(await readdir(folder)).toEqual([]);
});

test("a file that the portal has withdrawn is left out and told of", async () => {
  portal.files.clear();
  const { code, err } = await run("export", [join(folder, "out")], portal);
  expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining("retiré du portail") });
});

test("what is published against the contract is named by document and field, and nothing is written", async () => {
  const name = "solution/jardin-partage fr";
  const line = JSON.parse(portal.entries.get(name) ?? "");
  portal.entries.set(name, JSON.stringify({ ...line, data: { ...line.data, title: " ", steps: [{ title: 7 }] } }));
  const theme = JSON.parse(portal.entries.get("theme/nature fr") ?? "");
  portal.entries.set("theme/nature fr", JSON.stringify({ ...theme, data: {}, damaged: true }));
  expect(await run("export", [join(folder, "out")], portal)).toEqual({
    code: 1,
    out: "",
    err: [
      "theme/nature (fr) : contenu abîmé dans la base : publiez de nouveau cette fiche",
      "solution/jardin-partage (fr), champ title : il n’y a que des espaces ou des caractères invisibles",
      "solution/jardin-partage (fr), champ steps.0.title : un texte est attendu",
    ].join("\n"),
  });
  expect(await readdir(folder)).toEqual([]);
  expect(await run("export", [join(folder, "kits"), "--type", "kit"], portal)).toMatchObject({ code: 0 });
});

test("a former version against the contract is left out and named", async () => {
  const [[name = "", known] = []] = portal.versions;
  if (!known) throw new Error("no version");
  portal.versions.set(name, { ...known, data: { ...known.data, title: 7 } });
  const path = join(folder, "out");
  expect(await run("export", [path], portal)).toMatchObject({
    code: 0,
    err: "laissé hors du paquet : solution/jardin-partage (fr) version 1, champ title : un texte est attendu",
    out: expect.stringContaining("0 versions"),
  });
  expect(await run("import", [path], portal)).toMatchObject({ code: 0 });
});

test("the adoption of a sheet that isn’t published is left out with its report, and told of; the package loads", async () => {
  const taken = { centre: "escale", stage: "running", visibility: "all" };
  const lines = [
    { type: "centre", uid: "escale", data: { name: "L’Escale", kind: "centre-social" } },
    { type: "adoption", uid: "jardin-a-l-escale", data: { ...taken, resource: "solution/jardin-partage" } },
    { type: "adoption", uid: "brouillon-a-l-escale", data: { ...taken, resource: "kit/brouillon" } },
    { type: "report", uid: "premier-bilan", data: { adoption: "brouillon-a-l-escale", visibility: "all" } },
  ];
  for (const line of lines)
    portal.entries.set(`${line.type}/${line.uid} fr`, JSON.stringify({ ...line, locale: "fr", status: "published" }));
  const path = join(folder, "out");
  const { code, err } = await run("export", [path], portal);
  expect({ code, err }).toEqual({
    code: 0,
    err: [
      "laissé hors du paquet : adoption/brouillon-a-l-escale (fr), champ resource : renvoie à une fiche qui n’est pas publiée",
      "laissé hors du paquet : report/premier-bilan (fr), champ adoption : renvoie à une fiche qui n’est pas publiée",
    ].join("\n"),
  });
  const content = (await filesIn(path))["content.jsonl"] ?? "";
  expect(content).toContain("jardin-a-l-escale");
  expect(content).not.toMatch(/brouillon|premier-bilan/);
  const empty = await startMemoryPortal();
  expect(await run("import", [path], empty)).toMatchObject({ code: 0, out: expect.stringContaining("6 créées") });
  await empty.close();
});

test("a CMS out of reach is told of, and nothing is made", async () => {
  const { code } = await run("export", [join(folder, "out")], { url: "http://127.0.0.1:5099" });
  expect(code).toBe(2);
  expect(await readdir(folder)).toEqual([]);
});
