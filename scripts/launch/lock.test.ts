import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockHolder, processBirth, takeLock } from "./lock.mjs";

let folder = "";
let path = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "essaim-lock-"));
  path = join(folder, "portal.lock");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a lock is held once, and free again after its release", () => {
  const lock = takeLock(path);
  expect(takeLock(path)).toEqual({ holder: process.pid });
  if ("release" in lock) lock.release();
  expect(existsSync(path)).toBe(false);
});

test.each([
  ["of a process that died", () => `${spawnSync(process.execPath, ["--version"]).pid} 1\n`],
  ["of a process whose number another one has now", () => `${process.pid} ${Number(processBirth(process.pid)) - 1}\n`],
  ["that was cut off", () => ""],
])("a lock %s is taken over", (_, content) => {
  writeFileSync(path, content());
  expect(lockHolder(path)).toBeUndefined();
  expect(takeLock(path)).toHaveProperty("release");
  expect(lockHolder(path)).toBe(process.pid);
});
