import { execFileSync } from "node:child_process";
import { existsSync, globSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const room = join(import.meta.dirname, "..");
/** Where the tests compile to: `dist` belongs to a portal that may run from this checkout. */
const output = join(room, ".tmp");
const stamp = join(output, ".sources");

/** The compiled CMS's program. */
export const mainFile = join(output, "src", "main.js");

const newest = (): number =>
  Math.max(
    ...globSync(["src/**/*.{ts,json}", "config/*.ts", "tsconfig.json"], { cwd: room }).map(
      (file) => statSync(join(room, file)).mtimeMs,
    ),
  );

/** Compiles the CMS when its sources are newer than what was compiled. */
export function buildServer(): void {
  const builtFrom = newest();
  if (existsSync(mainFile) && existsSync(stamp) && statSync(stamp).mtimeMs >= builtFrom) return;
  const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const options = [
    "--project",
    join(room, "tsconfig.json"),
    "--outDir",
    output,
    "--tsBuildInfoFile",
    join(output, ".tsbuildinfo"),
  ];
  execFileSync(process.execPath, [compiler, ...options], { stdio: "inherit" });
  writeFileSync(stamp, "");
  utimesSync(stamp, new Date(), new Date(builtFrom));
}
