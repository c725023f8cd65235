import { execFileSync } from "node:child_process";
import { existsSync, globSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const room = join(import.meta.dirname, "..");
const stamp = join(room, "dist", ".built-for-tests");

const newest = (): number =>
  Math.max(...globSync(["src/**/*.{ts,json}", "config/*.ts", "tsconfig.json"], { cwd: room }).map((file) => statSync(join(room, file)).mtimeMs));

/** Compiles the CMS when its sources are newer than what was compiled. */
export function buildServer(): void {
  const builtFrom = newest();
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= builtFrom) return;
  const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  execFileSync(process.execPath, [compiler, "--project", join(room, "tsconfig.json")], { stdio: "inherit" });
  writeFileSync(stamp, "");
  utimesSync(stamp, new Date(), new Date(builtFrom));
}
