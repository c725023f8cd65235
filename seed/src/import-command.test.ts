import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type MemoryPortal, startMemoryPortal } from "../tests/memory-portal.ts";
import { run } from "../tests/run-command.ts";
import { type Files, manifestText, packageFiles, sampleLines, scratch, writePackage } from "../tests/sample-package.ts";
import { buildZip, type ZipEntry } from "../tests/zip-builder.ts";

let portal: MemoryPortal;

beforeEach(async () => {
  portal = await startMemoryPortal();
});

afterEach(() => portal.close());

const zipEntries = (files: Files): ZipEntry[] => Object.entries(files).map(([name, data]) => ({ name, data }));

async function writeArchive(entries: readonly ZipEntry[]): Promise<string> {
  const path = join(await scratch(), "package.zip");
  await writeFile(path, buildZip(entries));
  return path;
}

async function expectRefused(path: string, ...told: string[]) {
  const { code, out, err } = await run("import", [path], portal);
  for (const part of told) expect(err).toContain(part);
  expect(err).not.toMatch(/\b(?:must|expected|invalid|unknown|the)\b/i);
  expect({ code, out, writes: portal.writes }).toEqual({ code: 1, out: "", writes: [] });
}

const solution = (data: object, rest: object = {}) => ({
  type: "solution",
  uid: "essai",
  locale: "fr",
  data: { title: "Essai", summary: "Un essai.", ...data },
  ...rest,
});

const withLines = (...lines: object[]) => writePackage(packageFiles(lines));

describe("a package with wrong content is refused with line, field and reason, and nothing is written", () => {
  test("broken JSON", async () => {
    const path = await writePackage(packageFiles([], { "content.jsonl": '\n{"type":"theme",,}\n' }));
    await expectRefused(path, "ligne 2 : ce n’est pas du JSON valide (au caractère 17)");
  });

  test("an unknown type, a type that is never public, an unknown field", async () => {
    await expectRefused(await withLines(solution({}, { type: "recette" })), "ligne 1, champ type : type inconnu");
    await expectRefused(await withLines(solution({}, { type: "plan" })), "ligne 1, champ type : type inconnu");
    await expectRefused(await withLines(solution({ titel: "x" })), "ligne 1, champ data.titel : champ inconnu");
  });

  test("a title of one megabyte", async () => {
    const path = await withLines(solution({ title: "x".repeat(1024 * 1024) }));
    await expectRefused(path, "ligne 1, champ data.title : au plus 200 caractères");
  });

  test("a line that is longer than any entry", async () => {
    await expectRefused(await withLines(solution({ title: "x".repeat(4_000_001) })), "ligne 1 : la ligne dépasse");
    await expectRefused(await withLines(solution({ title: "x".repeat(13_000_000) })), "ligne 1 : la ligne dépasse");
  });

  test("a relation that leads nowhere", async () => {
    const path = await withLines(...sampleLines, solution({ themes: ["nature", "absent"] }));
    await expectRefused(path, "ligne 5, champ data.themes : renvoie à theme/absent, qui n’est ni dans le paquet");
  });

  test("one uid twice, one address twice", async () => {
    await expectRefused(
      await withLines(solution({}), solution({})),
      "ligne 2, champ uid : solution/essai (fr) figure déjà",
    );
    const twin = solution({ slug: "essai" }, { uid: "autre" });
    await expectRefused(
      await withLines(solution({}), twin),
      "ligne 2, champ data.slug : l’adresse « essai » est déjà prise",
    );
  });

  test("a shared fact on a translation", async () => {
    const translation = solution({ maturity: "tested" }, { locale: "nl" });
    const path = await withLines(solution({ maturity: "idea" }), translation);
    await expectRefused(path, "ligne 2, champ data.maturity : donnée commune à toutes les langues", "(français)");
  });

  test("a file that the package lacks", async () => {
    const path = await withLines(solution({ cover: { file: "media/absent.jpg", alt: "x" } }));
    await expectRefused(path, "champ data.cover.file : le fichier media/absent.jpg n’est pas dans le paquet");
  });

  test("wrong values of every kind, each in French", async () => {
    const data = {
      title: "deux\nlignes",
      slug: "Pas Bon",
      startDate: "2017-02-30",
      endDate: 3,
      maturity: "parfaite",
      preparationDays: 1.5,
      cost: { min: 5, max: 2 },
      licence: "libre comme l’air",
      links: [{ title: "", url: "ftp://x.fr" }],
      steps: [{ title: "x", when: "hier" }],
      objectives: [" espace"],
      related: ["sans-type"],
      cover: { file: "../x.jpg" },
      startingSituation: "| a | b |\n|---|---|\n| 1 | 2 |",
      nextSteps: "<script>alert(1)</script>",
    };
    const { err, code } = await run("import", [await withLines({ ...solution(data), locale: "fr" })], portal);
    expect({ code, writes: portal.writes }).toEqual({ code: 1, writes: [] });
    for (const field of Object.keys(data)) expect(err).toContain(`champ data.${field}`);
    expect(err).not.toMatch(/valeur refusée|must|invalid/i);
  });

  test("a wrong line of history", async () => {
    const line = { type: "solution", uid: "essai", locale: "fr", number: 0, at: "hier", data: {} };
    const path = await writePackage(packageFiles(sampleLines, { "versions.jsonl": JSON.stringify(line) }));
    await expectRefused(path, "versions.jsonl, ligne 1, champ number : au moins 1", "champ at : un instant");
  });

  test("text that is not UTF-8", async () => {
    const path = await writePackage(packageFiles([], { "content.jsonl": Buffer.from("\n\n{\xe9}", "latin1") }));
    await expectRefused(path, "content.jsonl, ligne 3".replace("content.jsonl, ", ""), "la ligne n’est pas en UTF-8");
  });

  test("a wrong manifest, or a contact nobody knows", async () => {
    const wrong = JSON.stringify({ format: "essaim-package", version: 2, date: "2026-13-01" });
    const path = await writePackage(packageFiles(sampleLines, { "essaim.json": wrong }));
    await expectRefused(path, "essaim.json, champ version", "essaim.json, champ date");
    const contact = JSON.stringify({ format: "essaim-package", version: 1, contact: "personne" });
    const other = await writePackage(packageFiles(sampleLines, { "essaim.json": contact }));
    await expectRefused(other, "essaim.json, champ contact : renvoie à person/personne");
  });

  test("a missing package, a missing file", async () => {
    await expectRefused("/nowhere/at-all", "introuvable");
    const folder = await scratch();
    await writeFile(join(folder, "essaim.json"), manifestText);
    await expectRefused(folder, "content.jsonl : ce fichier manque");
  });
});

describe("a hostile folder is refused and nothing is written", () => {
  test("a symbolic link to a file or a folder, even inside the package", async () => {
    const folder = await writePackage(packageFiles());
    await symlink("/etc/hostname", join(folder, "media", "lien.jpg"));
    await expectRefused(folder, "media/lien.jpg : lien symbolique refusé");
    const other = await writePackage(packageFiles());
    await symlink(join(other, "media"), join(other, "media", "encore"));
    await expectRefused(other, "media/encore : lien symbolique refusé");
  });

  test("files and folders that no package has, names that no package uses", async () => {
    const folder = await writePackage(packageFiles([], { "notes.txt": "x" }));
    await expectRefused(folder, "notes.txt : fichier inattendu");
    const hidden = await writePackage(packageFiles([], { "media/.htaccess": "x" }));
    await expectRefused(hidden, "media/.htaccess : nom de fichier refusé");
    const more = await writePackage(packageFiles());
    await mkdir(join(more, "scripts"));
    await expectRefused(more, "scripts : dossier inattendu");
    const backslash = await writePackage(packageFiles([], { "media/a\\b.jpg": "x" }));
    await expectRefused(backslash, "barre oblique inversée");
  });

  test("a file that is no picture or document, whatever its name says", async () => {
    const page = "<html><script>alert(1)</script></html>";
    await expectRefused(
      await writePackage(packageFiles([], { "media/x.jpg": page })),
      "media/x.jpg : ce genre de fichier",
    );
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    await expectRefused(await writePackage(packageFiles([], { "media/x.png": drawing })), "media/x.png : ce genre");
  });

  test("a file that is too heavy", async () => {
    const folder = await writePackage(packageFiles([], { "media/lourd.bin": Buffer.alloc(20 * 1024 * 1024 + 1) }));
    await expectRefused(folder, "media/lourd.bin : fichier trop lourd : au plus 20 Mo");
  });
});

describe("a hostile archive is refused and nothing is written", () => {
  const honest = zipEntries(packageFiles());

  test.each([
    ["../../etc/cron.d/x", "le chemin sort du dossier"],
    ["media/../../x.jpg", "le chemin sort du dossier"],
    ["/etc/passwd", "chemin absolu"],
    ["C:/x.jpg", "chemin absolu"],
    ["media\\..\\x.jpg", "barre oblique inversée"],
    ["media/\u00e9.jpg", "nom de fichier refusé"],
    ["media/x.jpg\u0000.txt", "nom de fichier refusé"],
    ["other/x.jpg", "fichier inattendu"],
    ["other/", "dossier inattendu"],
    ["", "nom de fichier vide"],
  ])("an entry named %j", async (name, told) => {
    await expectRefused(await writeArchive([...honest, { name, data: "x" }]), told);
  });

  test.each([
    ["a symbolic link", { name: "media/x.jpg", data: "/etc/passwd", mode: 0o120777 }, "lien symbolique refusé"],
    ["a device", { name: "media/x.jpg", mode: 0o020644 }, "pas un fichier ordinaire"],
    ["an encrypted file", { name: "media/x.jpg", data: "x", flags: 1 }, "fichier chiffré"],
    ["an unknown compression", { name: "media/x.jpg", data: "x", method: 12 }, "méthode de compression inconnue"],
    ["a name twice", { name: "content.jsonl", data: "{}" }, "figure deux fois"],
    ["a wrong checksum", { name: "media/x.jpg", data: "x", crc: 7 }, "somme de contrôle"],
    ["a size that lies", { name: "media/x.jpg", data: "x".repeat(5000), declaredSize: 10 }, "illisible ou abîmé"],
    ["a bomb", { name: "media/x.jpg", data: Buffer.alloc(19 * 1024 * 1024) }, "archive piégée"],
    ["a bomb of text", { name: "versions.jsonl", data: Buffer.alloc(30 * 1024 * 1024, " ") }, "archive piégée"],
    [
      "a file that is too heavy",
      { name: "media/x.jpg", data: Buffer.alloc(21 * 1024 * 1024), method: 0 },
      "trop lourd",
    ],
  ] satisfies [string, ZipEntry, string][])("%s", async (_title, entry, told) => {
    await expectRefused(await writeArchive([...honest, entry]), told);
  });

  test("more entries than a package may have", async () => {
    const many = Array.from({ length: 10_001 }, (_, index) => ({ name: `media/${index}.jpg` }));
    await expectRefused(await writeArchive(many), "plus de 10000 fichiers");
  });

  test("bytes that are no archive, an archive cut short", async () => {
    const path = join(await scratch(), "package.zip");
    await writeFile(path, "PK but not really");
    await expectRefused(path, "l’archive .zip est illisible ou abîmée");
    await writeFile(path, buildZip(honest).subarray(0, -30));
    await expectRefused(path, "l’archive .zip est illisible ou abîmée");
  });
});

describe("a sound package", () => {
  test("loads from a folder and from a .zip alike, and a second time changes nothing", async () => {
    const first = await run("import", [await writePackage(packageFiles())], portal);
    expect(first).toEqual({ code: 0, err: "", out: "4 créées, 0 mise à jour, 0 inchangée" });
    expect(portal.writes).toEqual(["media", "reserve", "entries"]);
    const again = await run("import", [await writeArchive(zipEntries(packageFiles()))], portal);
    expect(again).toEqual({ code: 0, err: "", out: "0 créée, 0 mise à jour, 4 inchangées" });
  });

  test("is written with what is referred to first, and the source locale before its translations", async () => {
    await run("import", [await writePackage(packageFiles())], portal);
    expect([...portal.entries.keys()]).toEqual([
      "theme/nature fr",
      "kit/semer fr",
      "solution/jardin-partage fr",
      "solution/jardin-partage en",
    ]);
  });

  test("may have a byte order mark, CRLF and blank lines", async () => {
    const text = `\uFEFF${sampleLines.map((line) => JSON.stringify(line)).join("\r\n\r\n")}`;
    const path = await writePackage(
      packageFiles([], { "content.jsonl": text, "essaim.json": `\uFEFF${manifestText}` }),
    );
    expect(await run("import", [path], portal)).toMatchObject({ code: 0, out: "4 créées, 0 mise à jour, 0 inchangée" });
  });

  test("gives its own licence to the source locale of resources without one, and to nothing else", async () => {
    const manifest = JSON.stringify({ format: "essaim-package", version: 1, licence: "CC0-1.0" });
    await run("import", [await writePackage(packageFiles(sampleLines, { "essaim.json": manifest }))], portal);
    const licensed = [...portal.entries].filter(([, text]) => text.includes("CC0-1.0")).map(([name]) => name);
    expect(licensed).toEqual(["kit/semer fr", "solution/jardin-partage fr"]);
  });

  test("may refer to what the portal has already", async () => {
    await run("import", [await writePackage(packageFiles())], portal);
    const { code } = await run("import", [await withLines(solution({ themes: ["nature"] }))], portal);
    expect(code).toBe(0);
  });

  test("is only told of by --dry-run, and sent as drafts by --draft", async () => {
    const path = await writePackage(packageFiles());
    const dry = await run("import", [path, "--dry-run"], portal);
    expect(dry.out).toBe("À blanc, rien n’est écrit : 4 créées, 0 mise à jour, 0 inchangée");
    expect({ writes: portal.writes, kept: portal.entries.size }).toEqual({ writes: [], kept: 0 });
    await run("import", [path, "--draft"], portal);
    expect([...portal.entries.values()].every((text) => text.includes('"status":"draft"'))).toBe(true);
  });

  test("cut off while it loads is finished by loading again", async () => {
    const many = Array.from({ length: 120 }, (_, index) => solution({}, { uid: `essai-${index}` }));
    const path = await withLines(...many);
    portal.breakAfter = 4;
    const cut = await run("import", [path], portal);
    expect(cut).toMatchObject({ code: 2, out: "" });
    expect(portal.entries.size).toBe(50);
    portal.breakAfter = Number.POSITIVE_INFINITY;
    const whole = await run("import", [path], portal);
    expect(whole).toMatchObject({ code: 0, out: "70 créées, 0 mise à jour, 50 inchangées" });
  });

  test("that the CMS refuses is told with the package’s own line", async () => {
    portal.refuse = {
      status: 422,
      body: { error: { code: "invalid", message: "This attribute must be unique", line: 3, field: "data.slug" } },
    };
    const { code, err } = await run("import", [await writePackage(packageFiles())], portal);
    expect({ code, err }).toEqual({
      code: 1,
      err: "Paquet refusé :\nligne 2, champ data.slug : cette valeur est déjà prise dans le portail",
    });
  });
});

describe("the command", () => {
  test("says how it is used when it is used otherwise", async () => {
    for (const args of [[], ["a", "b"], ["a", "--force"]])
      expect(await run("import", args, portal)).toMatchObject({ code: 1, err: expect.stringContaining("usage :") });
  });

  test("answers 2 when the CMS is out of reach, and 1 when its token is refused", async () => {
    const path = await writePackage(packageFiles());
    expect(await run("import", [path], { url: "http://127.0.0.1:5099" })).toMatchObject({ code: 2 });
    const refused = await run("import", [path], portal, "autre");
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining("ESSAIM_IMPORT_TOKEN") });
  });
});

test("what desktops leave in folders and archives is ignored, and does not make the package another", async () => {
  const files = packageFiles(sampleLines);
  const clutter = { ".DS_Store": "x", "Thumbs.db": "x", "media/._photo.jpg": "x", "__MACOSX/._essaim.json": "x" };
  const folder = await writePackage(files);
  await mkdir(join(folder, "__MACOSX"));
  await mkdir(join(folder, "media"), { recursive: true });
  for (const [name, data] of Object.entries(clutter)) await writeFile(join(folder, name), data);
  const archive = await writeArchive([...zipEntries(files), { name: "__MACOSX/" }, ...zipEntries(clutter)]);
  for (const path of [folder, archive]) {
    const { code, err } = await run("import", [path, "--dry-run"], portal);
    expect({ code, err }).toEqual({ code: 0, err: "" });
  }
});
