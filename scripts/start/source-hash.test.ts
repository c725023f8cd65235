import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashSources } from "./source-hash.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "essaim-sources-"));
  mkdirSync(join(root, "web/src"), { recursive: true });
  writeFileSync(join(root, "web/src/a.ts"), "1");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const hash = () => hashSources(root, ["web", "absent"]);

test("the same sources have the same name", () => {
  expect(hash()).toBe(hash());
});

test.each([
  ["a changed file", () => writeFileSync(join(root, "web/src/a.ts"), "2")],
  ["a new file", () => writeFileSync(join(root, "web/src/b.ts"), "")],
  ["a renamed file", () => renameSync(join(root, "web/src/a.ts"), join(root, "web/src/c.ts"))],
  ["a removed file", () => rmSync(join(root, "web/src/a.ts"))],
])("%s changes it", (_, change) => {
  const before = hash();
  change();
  expect(hash()).not.toBe(before);
});

test("tests and what builds make change nothing", () => {
  const before = hash();
  mkdirSync(join(root, "web/dist"));
  writeFileSync(join(root, "web/dist/entry.mjs"), "");
  writeFileSync(join(root, "web/src/a.test.ts"), "");
  writeFileSync(join(root, "web/README.md"), "");
  expect(hash()).toBe(before);
});
