import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isInstalled } from "./dependencies.mjs";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "essaim-install-"));
  mkdirSync(join(root, "node_modules"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const wanted = {
  "": { version: "0.1.0" },
  content: { version: "0.1.0" },
  "node_modules/@essaim/content": { link: true },
  "node_modules/astro": { version: "7.3.5" },
  "node_modules/vitest": { version: "5.1.1", dev: true },
  "node_modules/fsevents": { version: "2.3.3", optional: true },
};
const { "node_modules/vitest": _tests, "node_modules/fsevents": _elsewhere, "": _root, ...production } = wanted;

const lock = (packages: object) => writeFileSync(join(root, "package-lock.json"), JSON.stringify({ packages }));
const installed = (packages: object) =>
  writeFileSync(join(root, "node_modules/.package-lock.json"), JSON.stringify({ packages }));

test("what stands is known for what it is", () => {
  lock(wanted);
  installed(production);
  expect([isInstalled(root, false), isInstalled(root, true)]).toEqual([true, false]);
  installed(wanted);
  expect(isInstalled(root, true)).toBe(true);
});

test("an installation that was cut off has left no list", () => {
  lock(wanted);
  expect(isInstalled(root, false)).toBe(false);
});

test.each([
  ["a package of another version", { "node_modules/astro": { version: "7.3.4" } }],
  ["an optional package of another version", { "node_modules/fsevents": { version: "2.3.2" } }],
])("%s asks for an installation", (_, change) => {
  lock(wanted);
  installed({ ...production, ...change });
  expect(isInstalled(root, false)).toBe(false);
});

test("a package that the lock file got meanwhile asks for an installation", () => {
  lock({ ...wanted, "node_modules/sirv": { version: "3.0.2" } });
  installed(production);
  expect(isInstalled(root, false)).toBe(false);
});
