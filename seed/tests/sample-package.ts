import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

/** A new folder, removed at the end of the test file. */
export async function scratch(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "essaim-seed-"));
  folders.push(folder);
  return folder;
}

export const manifestText = JSON.stringify({ format: "essaim-package", version: 1, date: "2026-01-05" });

/** Lines of a small package with two locales, references forward and backward, and a picture. */
export const sampleLines: readonly object[] = [
  {
    type: "solution",
    uid: "jardin-partage",
    locale: "en",
    status: "published",
    data: { title: "A shared garden", summary: "Growing food together." },
  },
  {
    type: "solution",
    uid: "jardin-partage",
    locale: "fr",
    status: "published",
    data: {
      title: "Un jardin partagé",
      summary: "Cultiver ensemble.",
      startingSituation: "Un terrain **vague**, près du centre.",
      themes: ["nature"],
      cover: { file: "media/jardin.png", alt: "Des habitants au jardin" },
      related: ["kit/semer"],
    },
  },
  { type: "kit", uid: "semer", locale: "fr", status: "draft", data: { title: "Semer", summary: "Un atelier." } },
  { type: "theme", uid: "nature", locale: "fr", data: { labels: { fr: "Nature", en: "Nature" } } },
];

/** A picture of one pixel. */
export const pictureBytes = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** Files by their path in the package. */
export type Files = Readonly<Record<string, string | Buffer>>;

/** A package's files with the given lines; `others` adds files or replaces them. */
export const packageFiles = (lines: readonly object[] = sampleLines, others: Files = {}): Files => ({
  "essaim.json": manifestText,
  "content.jsonl": `${lines.map((line) => JSON.stringify(line)).join("\n")}\n`,
  "media/jardin.png": pictureBytes,
  ...others,
});

/** Writes a package as a folder and gives its path. */
export async function writePackage(files: Files): Promise<string> {
  const folder = join(await scratch(), "package");
  await mkdir(join(folder, "media"), { recursive: true });
  for (const [path, bytes] of Object.entries(files)) await writeFile(join(folder, path), bytes);
  return folder;
}
