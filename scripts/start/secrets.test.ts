import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { prepareSecrets, readSecrets } from "./secrets.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "essaim-secrets-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("secrets are made once, for the owner’s eyes only, and leave no draft behind", () => {
  const path = join(folder, "secrets.json");
  const made = prepareSecrets(path);
  expect(prepareSecrets(path)).toEqual(made);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(["secrets.json"]);
});

test("two portals share no key, and no key serves twice", () => {
  const keys = ["a", "b"].flatMap((name) =>
    Object.values(prepareSecrets(join(folder, name))).filter((value) => value !== false),
  );
  expect(new Set(keys).size).toBe(keys.length);
});

test("the password suits the CMS’s rules", () => {
  for (let count = 0; count < 50; count += 1) {
    const { ESSAIM_ADMIN_PASSWORD: password } = prepareSecrets(join(folder, String(count)));
    expect(password).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[\w-]{23}$/);
  }
});

test("a file that was cut off is refused and left as it is", () => {
  const path = join(folder, "secrets.json");
  prepareSecrets(path);
  const half = readFileSync(path, "utf8").slice(0, 100);
  writeFileSync(path, half);
  expect(() => readSecrets(path)).toThrow(/est abîmé/);
  expect(() => prepareSecrets(path)).toThrow(/est abîmé/);
  expect(readFileSync(path, "utf8")).toBe(half);
});
